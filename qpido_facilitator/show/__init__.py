"""What is to be seen, as plain functions of the plan, the state and the moment."""
