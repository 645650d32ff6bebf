"""What must hold of pages, programs and the built site: functions that return ``path:line: sentence`` each."""
