"""The article laid out for the stages of events, and the values that they hand on: page, tokens with their kinds, noun
phrases, borders of clauses, quotations, candidates, frames."""
