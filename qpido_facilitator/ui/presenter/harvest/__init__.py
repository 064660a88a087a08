"""The harvest: choosing, shortening and ordering copies of answers, and showing them one by one."""
