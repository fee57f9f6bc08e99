"""Who does what in a clause: phrases and verbs cut into chunks, subjects and objects, and the frame of a trigger."""
