"""A list as a spreadsheet: made by a job, for one person, gone after a day."""
