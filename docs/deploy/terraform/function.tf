# SnapStart: a snapshot stands behind a version, so what calls the function calls the alias. It takes 512 MB of /tmp, no more.
resource "aws_lambda_function" "function" {
  function_name    = var.name
  filename         = var.package
  source_code_hash = filebase64sha256(var.package)
  handler          = "dev.ingest.lambda.IngestHandler::handleRequest"
  runtime          = var.runtime
  architectures    = [var.architecture]
  memory_size      = var.memory_size
  timeout          = var.timeout
  role             = aws_iam_role.function_role.arn
  publish          = true
  depends_on       = [aws_iam_role_policy.function_role, aws_iam_role_policy_attachment.function_role]

  snap_start {
    apply_on = "PublishedVersions"
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.log_group.name
  }

  dynamic "vpc_config" {
    for_each = local.has_vpc ? [1] : []
    content {
      subnet_ids         = var.subnet_ids
      security_group_ids = var.security_group_ids
    }
  }

  environment {
    variables = {
      INGEST_OUTPUT_BUCKET   = var.output_bucket_name
      INGEST_INPUT_BUCKETS   = var.upload_bucket_name
      INGEST_S3_BUCKET_OWNER = local.account_id
      INGEST_TARGET          = var.target
      INGEST_SECRET_ID       = var.secret_arn
      INGEST_DB_HOST         = var.database_host
      INGEST_DB_PORT         = var.database_port
      INGEST_DB_NAME         = var.database_name
      INGEST_DB_USER         = var.database_user
      INGEST_CA_FILE         = var.certificate_file
      INGEST_COPY_ROLE       = local.is_redshift ? aws_iam_role.database_role[0].arn : ""
      INGEST_MANIFESTS       = local.is_redshift ? var.manifests : ""
      INGEST_CLUSTER         = var.cluster_identifier
      INGEST_WORKGROUP       = var.workgroup_name
      INGEST_GZIP            = var.gzip
      INGEST_TABLE           = var.table
      INGEST_PIPELINES       = var.pipelines
      INGEST_RESULTS         = var.results
      INGEST_METRICS         = var.metrics_namespace
      INGEST_NOTIFY_TOPIC    = var.notice_topic_arn
      INGEST_NOTIFY_BUS      = var.notice_bus_arn
    }
  }

  lifecycle {
    precondition {
      condition     = local.is_data_api || local.has_secret
      error_message = "This target needs secret_arn."
    }
    precondition {
      condition     = !local.is_data_api || var.database_name != ""
      error_message = "The target redshift-data needs database_name."
    }
    precondition {
      condition     = var.workgroup_name == "" || var.workgroup_id != ""
      error_message = "workgroup_name needs workgroup_id, for the right to use it."
    }
  }
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.function.function_name
  function_version = aws_lambda_function.function.version
}

# A message has the whole time of an invocation, and only what failed comes again. Not reserved concurrency: throttled
# polls would count as tries.
resource "aws_lambda_event_source_mapping" "uploads" {
  event_source_arn        = aws_sqs_queue.queue.arn
  function_name           = aws_lambda_alias.live.arn
  batch_size              = 1
  function_response_types = ["ReportBatchItemFailures"]
  scaling_config {
    maximum_concurrency = var.maximum_concurrency
  }
}

resource "aws_cloudwatch_log_group" "log_group" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
}
