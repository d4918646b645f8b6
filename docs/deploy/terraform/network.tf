# Others in the VPC use the endpoints, too, so they have no policy of ours. Queue and log need none: Lambda itself
# reads the one and writes the other.
resource "aws_vpc_endpoint" "storage_endpoint" {
  count             = local.has_endpoints ? 1 : 0
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${local.region}.s3"
  vpc_id            = var.vpc_id
  route_table_ids   = var.route_table_ids
}

resource "aws_vpc_endpoint" "secret_endpoint" {
  count               = local.has_endpoints ? 1 : 0
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.secretsmanager"
  vpc_id              = var.vpc_id
  subnet_ids          = var.subnet_ids
  security_group_ids  = var.endpoint_security_group_ids
  private_dns_enabled = true
}

resource "aws_vpc_endpoint" "data_endpoint" {
  count               = local.has_data_endpoint ? 1 : 0
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.redshift-data"
  vpc_id              = var.vpc_id
  subnet_ids          = var.subnet_ids
  security_group_ids  = var.endpoint_security_group_ids
  private_dns_enabled = true
}

resource "aws_vpc_endpoint" "topic_endpoint" {
  count               = local.has_topic_endpoint ? 1 : 0
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.sns"
  vpc_id              = var.vpc_id
  subnet_ids          = var.subnet_ids
  security_group_ids  = var.endpoint_security_group_ids
  private_dns_enabled = true
}

resource "aws_vpc_endpoint" "bus_endpoint" {
  count               = local.has_bus_endpoint ? 1 : 0
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${local.region}.events"
  vpc_id              = var.vpc_id
  subnet_ids          = var.subnet_ids
  security_group_ids  = var.endpoint_security_group_ids
  private_dns_enabled = true
}
