resource "aws_cloudwatch_metric_alarm" "dead_letters_alarm" {
  alarm_name        = "${var.name}-dead-letters"
  alarm_description = "Messages that could not be handled wait for somebody to look."
  namespace         = "AWS/SQS"
  metric_name       = "ApproximateNumberOfMessagesVisible"
  dimensions = {
    QueueName = aws_sqs_queue.dead_letters.name
  }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "oldest_message_alarm" {
  alarm_name        = "${var.name}-oldest-message"
  alarm_description = "Uploads wait longer than they should."
  namespace         = "AWS/SQS"
  metric_name       = "ApproximateAgeOfOldestMessage"
  dimensions = {
    QueueName = aws_sqs_queue.queue.name
  }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = var.oldest_message_seconds
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "errors_alarm" {
  alarm_name        = "${var.name}-errors"
  alarm_description = "The function failed as a whole; its log says why."
  namespace         = "AWS/Lambda"
  metric_name       = "Errors"
  dimensions = {
    FunctionName = aws_lambda_function.function.function_name
  }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "throttles_alarm" {
  alarm_name        = "${var.name}-throttles"
  alarm_description = "The account has no concurrency left for the function."
  namespace         = "AWS/Lambda"
  metric_name       = "Throttles"
  dimensions = {
    FunctionName = aws_lambda_function.function.function_name
  }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "duration_alarm" {
  alarm_name        = "${var.name}-duration"
  alarm_description = "A workbook took more than four fifths of the time that there is."
  namespace         = "AWS/Lambda"
  metric_name       = "Duration"
  dimensions = {
    FunctionName = aws_lambda_function.function.function_name
  }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 800 * var.timeout
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "failed_alarm" {
  count             = local.has_metrics ? 1 : 0
  alarm_name        = "${var.name}-failed"
  alarm_description = "Runs failed for S3, the secret or the database; the log says what to correct."
  namespace         = var.metrics_namespace
  metric_name       = "Runs"
  dimensions = {
    Function = aws_lambda_function.function.function_name
    Outcome  = "failed"
  }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "late_alarm" {
  count             = local.has_metrics ? 1 : 0
  alarm_name        = "${var.name}-late"
  alarm_description = "Runs did not end in time; give the function more, or memory for a faster processor."
  namespace         = var.metrics_namespace
  metric_name       = "Runs"
  dimensions = {
    Function = aws_lambda_function.function.function_name
    Outcome  = "out of time"
  }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "refused_alarm" {
  count             = local.has_metrics ? 1 : 0
  alarm_name        = "${var.name}-refused"
  alarm_description = "Workbooks were refused; their reports name the cells."
  namespace         = var.metrics_namespace
  metric_name       = "Runs"
  dimensions = {
    Function = aws_lambda_function.function.function_name
    Outcome  = "refused"
  }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}

resource "aws_cloudwatch_metric_alarm" "unknown_key_alarm" {
  count             = local.has_metrics ? 1 : 0
  alarm_name        = "${var.name}-unknown-key"
  alarm_description = "Files came that no pipeline takes."
  namespace         = var.metrics_namespace
  metric_name       = "Runs"
  dimensions = {
    Function = aws_lambda_function.function.function_name
    Outcome  = "unknown key"
  }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = local.alarm_actions
}
