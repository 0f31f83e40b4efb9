"""The vertrekplan: options weighed, a strategy chosen with its reasons, actions with an owner and a day.

One concept a dossier may be worked on; a version that was established never changes (report §2.2, §3.1 and
recommendation DT&V-3). Independent departure comes first, and the person does not carry all actions alone.
"""
