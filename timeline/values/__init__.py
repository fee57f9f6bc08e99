"""What flows: frozen values, standard library only. Import the names from the modules that define them."""
