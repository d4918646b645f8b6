data "aws_partition" "current" {}
data "aws_region" "current" {}
data "aws_caller_identity" "current" {}

locals {
  partition  = data.aws_partition.current.partition
  region     = data.aws_region.current.name
  account_id = data.aws_caller_identity.current.account_id

  has_kms_key         = var.kms_key_arn != ""
  has_secret          = var.secret_arn != ""
  has_secret_key      = var.secret_key_arn != ""
  is_rds              = var.target == "rds"
  is_redshift         = var.target == "redshift" || var.target == "redshift-data"
  is_data_api         = var.target == "redshift-data"
  reads_itself        = local.is_rds || local.is_redshift
  has_workgroup       = local.is_data_api && var.workgroup_name != ""
  has_cluster         = local.is_data_api && var.cluster_identifier != ""
  has_cluster_user    = local.has_cluster && var.database_user != ""
  has_pipeline_bucket = var.pipeline_bucket_name != ""
  has_metrics         = var.metrics_namespace != "none"
  has_notice_topic    = var.notice_topic_arn != ""
  has_notice_bus      = var.notice_bus_arn != ""
  has_alarm_topic     = var.alarm_topic_arn != ""
  has_vpc             = length(var.subnet_ids) > 0
  has_endpoints       = local.has_vpc && var.vpc_id != ""
  has_data_endpoint   = local.has_endpoints && local.is_data_api
  has_topic_endpoint  = local.has_endpoints && local.has_notice_topic
  has_bus_endpoint    = local.has_endpoints && local.has_notice_bus

  alarm_actions = local.has_alarm_topic ? [var.alarm_topic_arn] : []
}
