output "function_alias" {
  description = "What calls the function."
  value       = aws_lambda_alias.live.arn
}

output "queue_url" {
  description = "Where events wait."
  value       = aws_sqs_queue.queue.id
}

output "dead_letters_url" {
  description = "Where events lie that could not be handled."
  value       = aws_sqs_queue.dead_letters.id
}

output "database_role_arn" {
  description = "To be attached to the database."
  value       = local.reads_itself ? aws_iam_role.database_role[0].arn : null
}

output "log_group_name" {
  description = "A line for each record."
  value       = aws_cloudwatch_log_group.log_group.name
}
