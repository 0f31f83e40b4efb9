"""What the person said in the portal: to read, and to answer what asks for an answer."""
