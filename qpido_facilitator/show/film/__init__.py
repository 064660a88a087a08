"""A film as a teaching item, as plain functions; places in a film are milliseconds from its beginning."""
