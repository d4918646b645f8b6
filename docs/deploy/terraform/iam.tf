resource "aws_iam_role" "function_role" {
  name               = "${var.name}-function"
  assume_role_policy = data.aws_iam_policy_document.function_trust.json
}

resource "aws_iam_role_policy" "function_role" {
  role   = aws_iam_role.function_role.id
  policy = data.aws_iam_policy_document.function_role.json
}

# Network interfaces have no ARN before they are made: only AWS's own policy can grant this. It is the
# narrowest there is; the one for VPC access would add all log groups.
resource "aws_iam_role_policy_attachment" "function_role" {
  count      = local.has_vpc ? 1 : 0
  role       = aws_iam_role.function_role.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AWSLambdaENIManagementAccess"
}

data "aws_iam_policy_document" "function_trust" {
  statement {
    sid     = "Assume"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "function_role" {
  statement {
    sid       = "ReadUploads"
    effect    = "Allow"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = ["arn:${local.partition}:s3:::${var.upload_bucket_name}/*"]
  }

  statement {
    sid       = "TellMissingFromForbidden"
    effect    = "Allow"
    actions   = ["s3:ListBucket"]
    resources = ["arn:${local.partition}:s3:::${var.upload_bucket_name}"]
  }

  statement {
    sid       = "WriteOutput"
    effect    = "Allow"
    actions   = ["s3:PutObject", "s3:AbortMultipartUpload"]
    resources = ["arn:${local.partition}:s3:::${var.output_bucket_name}/output/*", "arn:${local.partition}:s3:::${var.output_bucket_name}/${var.results}/*"]
  }

  statement {
    sid       = "ReadOutputAgain"
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["arn:${local.partition}:s3:::${var.output_bucket_name}/output/*"]
  }

  dynamic "statement" {
    for_each = local.is_redshift ? [1] : []
    content {
      sid       = "WriteManifests"
      effect    = "Allow"
      actions   = ["s3:PutObject", "s3:AbortMultipartUpload"]
      resources = ["arn:${local.partition}:s3:::${var.output_bucket_name}/${var.manifests}*"]
    }
  }

  dynamic "statement" {
    for_each = local.has_kms_key ? [1] : []
    content {
      sid       = "UseKeyOfBuckets"
      effect    = "Allow"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [var.kms_key_arn]
    }
  }

  dynamic "statement" {
    for_each = local.has_secret ? [1] : []
    content {
      sid       = "ReadSecret"
      effect    = "Allow"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [var.secret_arn]
    }
  }

  dynamic "statement" {
    for_each = local.has_secret_key ? [1] : []
    content {
      sid       = "DecryptSecret"
      effect    = "Allow"
      actions   = ["kms:Decrypt"]
      resources = [var.secret_key_arn]
    }
  }

  dynamic "statement" {
    for_each = local.has_pipeline_bucket ? [1] : []
    content {
      sid       = "ReadPipelines"
      effect    = "Allow"
      actions   = ["s3:GetObject"]
      resources = ["arn:${local.partition}:s3:::${var.pipeline_bucket_name}/${var.pipeline_prefix}*"]
    }
  }

  dynamic "statement" {
    for_each = local.has_pipeline_bucket ? [1] : []
    content {
      sid       = "ListPipelines"
      effect    = "Allow"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${local.partition}:s3:::${var.pipeline_bucket_name}"]
      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = ["${var.pipeline_prefix}*"]
      }
    }
  }

  statement {
    sid       = "TakeMessages"
    effect    = "Allow"
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    resources = [aws_sqs_queue.queue.arn]
  }

  statement {
    sid       = "Log"
    effect    = "Allow"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/aws/lambda/${var.name}:*"]
  }

  dynamic "statement" {
    for_each = local.has_notice_topic ? [1] : []
    content {
      sid       = "TellTopic"
      effect    = "Allow"
      actions   = ["sns:Publish"]
      resources = [var.notice_topic_arn]
    }
  }

  dynamic "statement" {
    for_each = local.has_notice_bus ? [1] : []
    content {
      sid       = "TellBus"
      effect    = "Allow"
      actions   = ["events:PutEvents"]
      resources = [var.notice_bus_arn]
    }
  }

  dynamic "statement" {
    for_each = local.has_workgroup ? [1] : []
    content {
      sid       = "BeginOnWorkgroup"
      effect    = "Allow"
      actions   = ["redshift-data:BatchExecuteStatement", "redshift-serverless:GetCredentials"]
      resources = ["arn:${local.partition}:redshift-serverless:${local.region}:${local.account_id}:workgroup/${var.workgroup_id}"]
    }
  }

  dynamic "statement" {
    for_each = local.has_cluster ? [1] : []
    content {
      sid       = "BeginOnCluster"
      effect    = "Allow"
      actions   = ["redshift-data:BatchExecuteStatement"]
      resources = ["arn:${local.partition}:redshift:${local.region}:${local.account_id}:cluster:${var.cluster_identifier}"]
    }
  }

  dynamic "statement" {
    for_each = local.has_cluster_user ? [1] : []
    content {
      sid       = "LogInToCluster"
      effect    = "Allow"
      actions   = ["redshift:GetClusterCredentials"]
      resources = ["arn:${local.partition}:redshift:${local.region}:${local.account_id}:dbuser:${var.cluster_identifier}/${var.database_user}", "arn:${local.partition}:redshift:${local.region}:${local.account_id}:dbname:${var.cluster_identifier}/${var.database_name}"]
    }
  }

  # A statement has no ARN, so AWS knows no narrower resource; the condition leaves one's own.
  dynamic "statement" {
    for_each = local.is_data_api ? [1] : []
    content {
      sid       = "FollowOwnStatements"
      effect    = "Allow"
      actions   = ["redshift-data:DescribeStatement", "redshift-data:GetStatementResult", "redshift-data:CancelStatement"]
      resources = ["*"]
      condition {
        test     = "StringEquals"
        variable = "redshift-data:statement-owner-iam-userid"
        values   = ["$${aws:userid}"]
      }
    }
  }
}

# By this role the database reads outputs; the guide says how it is attached.
resource "aws_iam_role" "database_role" {
  count              = local.reads_itself ? 1 : 0
  name               = "${var.name}-database"
  assume_role_policy = data.aws_iam_policy_document.database_trust.json
}

resource "aws_iam_role_policy" "database_role" {
  count  = local.reads_itself ? 1 : 0
  role   = aws_iam_role.database_role[0].id
  policy = data.aws_iam_policy_document.database_role.json
}

data "aws_iam_policy_document" "database_trust" {
  dynamic "statement" {
    for_each = local.is_rds ? [1] : []
    content {
      sid     = "AssumeByRds"
      effect  = "Allow"
      actions = ["sts:AssumeRole"]
      principals {
        type        = "Service"
        identifiers = ["rds.amazonaws.com"]
      }
      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [local.account_id]
      }
    }
  }

  dynamic "statement" {
    for_each = local.is_redshift ? [1] : []
    content {
      sid     = "AssumeByRedshift"
      effect  = "Allow"
      actions = ["sts:AssumeRole"]
      principals {
        type        = "Service"
        identifiers = ["redshift.amazonaws.com", "redshift-serverless.amazonaws.com"]
      }
    }
  }
}

data "aws_iam_policy_document" "database_role" {
  statement {
    sid       = "ReadOutput"
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["arn:${local.partition}:s3:::${var.output_bucket_name}/output/*"]
  }

  dynamic "statement" {
    for_each = local.is_redshift ? [1] : []
    content {
      sid       = "ReadManifests"
      effect    = "Allow"
      actions   = ["s3:GetObject"]
      resources = ["arn:${local.partition}:s3:::${var.output_bucket_name}/${var.manifests}*"]
    }
  }

  dynamic "statement" {
    for_each = local.is_redshift ? [1] : []
    content {
      sid       = "ListOutput"
      effect    = "Allow"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${local.partition}:s3:::${var.output_bucket_name}"]
      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = ["output/*", "${var.manifests}*"]
      }
    }
  }

  dynamic "statement" {
    for_each = local.has_kms_key ? [1] : []
    content {
      sid       = "DecryptOutput"
      effect    = "Allow"
      actions   = ["kms:Decrypt"]
      resources = [var.kms_key_arn]
    }
  }
}
