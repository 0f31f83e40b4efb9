"""Opening one category of somebody's file in an emergency: the search by two identifiers, and what is then shown."""
