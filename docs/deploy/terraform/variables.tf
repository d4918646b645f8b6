variable "package" {
  description = "The zip that the build makes."
  type        = string
  default     = "../../../ingest-lambda/target/ingest-lambda-0.1.0-SNAPSHOT.zip"
}

variable "name" {
  description = "Of the function; alarms and roles are named after it or by the stack."
  type        = string
  default     = "ingest"

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,40}$", var.name))
    error_message = "Not of its usual form: of the function."
  }
}

variable "upload_bucket_name" {
  description = "The bucket for uploads, which is made."
  type        = string
}

variable "output_bucket_name" {
  description = "The bucket for what the function writes, which is made. Another one, so that no output is an upload."
  type        = string
}

variable "kms_key_arn" {
  description = "The key that encrypts both buckets; empty for that of S3."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:kms:.+$", var.kms_key_arn))
    error_message = "Not of its usual form: the key that encrypts both buckets."
  }
}

variable "old_version_days" {
  description = "Days that an object which was replaced or deleted can still be had."
  type        = number
  default     = 90

  validation {
    condition     = var.old_version_days >= 1
    error_message = "At least 1."
  }
}

variable "output_days" {
  description = "Days that outputs, reports and manifests are kept."
  type        = number
  default     = 365

  validation {
    condition     = var.output_days >= 1
    error_message = "At least 1."
  }
}

variable "runtime" {
  description = "The package is compiled for Java 17."
  type        = string
  default     = "java21"

  validation {
    condition     = contains(["java21", "java25"], var.runtime)
    error_message = "One of java21, java25."
  }
}

variable "architecture" {
  description = "The package runs on both."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "One of arm64, x86_64."
  }
}

variable "memory_size" {
  description = "MiB. At 1769 the function has a whole processor."
  type        = number
  default     = 1769

  validation {
    condition     = var.memory_size >= 256 && var.memory_size <= 10240
    error_message = "From 256 to 10240."
  }
}

variable "timeout" {
  description = "Seconds for one workbook. A failed one waits six times as long for its next try."
  type        = number
  default     = 300

  validation {
    condition     = var.timeout >= 60 && var.timeout <= 900
    error_message = "From 60 to 900 seconds."
  }
}

variable "maximum_concurrency" {
  description = "Workbooks that are loaded at the same time. Loads of one table take turns."
  type        = number
  default     = 5

  validation {
    condition     = var.maximum_concurrency >= 2 && var.maximum_concurrency <= 1000
    error_message = "From 2 to 1000."
  }
}

variable "target" {
  description = "Which database, by which way."
  type        = string
  default     = "postgres"

  validation {
    condition     = contains(["postgres", "rds", "redshift", "redshift-data"], var.target)
    error_message = "One of postgres, rds, redshift, redshift-data."
  }
}

variable "secret_arn" {
  description = "The secret with the database's login; only redshift-data can do without."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:secretsmanager:.+$", var.secret_arn))
    error_message = "Not of its usual form: the secret with the database's login."
  }
}

variable "secret_key_arn" {
  description = "The key that encrypts the secret, if it is one of your own."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:kms:.+$", var.secret_key_arn))
    error_message = "Not of its usual form: the key that encrypts the secret, if it is one of your own."
  }
}

variable "database_host" {
  description = "If the secret does not say."
  type        = string
  default     = ""
}

variable "database_port" {
  description = "If the secret does not say."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[0-9]{0,5}$", var.database_port))
    error_message = "Not of its usual form: if the secret does not say."
  }
}

variable "database_name" {
  description = "If the secret does not say; redshift-data needs it."
  type        = string
  default     = ""
}

variable "database_user" {
  description = "For redshift-data on a cluster without a secret, the user to log in as."
  type        = string
  default     = ""
}

variable "certificate_file" {
  description = "The authorities to trust, a PEM file in the package. RDS has a bundle; Redshift needs none."
  type        = string
  default     = ""
}

variable "cluster_identifier" {
  description = "For redshift-data, the cluster."
  type        = string
  default     = ""
}

variable "workgroup_name" {
  description = "For redshift-data, the serverless workgroup."
  type        = string
  default     = ""
}

variable "workgroup_id" {
  description = "Its id, which ends its ARN."
  type        = string
  default     = ""
}

variable "manifests" {
  description = "Where manifests for Redshift are written; a prefix that ends with a slash."
  type        = string
  default     = "ingest-manifests/"

  validation {
    condition     = can(regex("^([A-Za-z0-9._=-]+/)+$", var.manifests))
    error_message = "Not of its usual form: where manifests for redshift are written."
  }
}

variable "gzip" {
  description = "Whether outputs are compressed; not for rds."
  type        = bool
  default     = false
}

variable "table" {
  description = "Where rows of the example go; empty where files of pipelines name their tables."
  type        = string
  default     = ""
}

variable "pipelines" {
  description = "Files of pipelines, as INGEST_PIPELINES; empty for those in the package."
  type        = string
  default     = ""
}

variable "pipeline_bucket_name" {
  description = "The bucket of the pipelines, if they are in S3; of this account."
  type        = string
  default     = ""
}

variable "pipeline_prefix" {
  description = "What the keys of the pipelines in that bucket begin with."
  type        = string
  default     = "pipelines/"
}

variable "results" {
  description = "The prefix of what is written about runs, or none."
  type        = string
  default     = "results"
}

variable "metrics_namespace" {
  description = "The namespace of the metrics, or none."
  type        = string
  default     = "Ingest"
}

variable "notice_topic_arn" {
  description = "A topic that is told how runs ended."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:sns:.+$", var.notice_topic_arn))
    error_message = "Not of its usual form: a topic that is told how runs ended."
  }
}

variable "notice_bus_arn" {
  description = "A bus of EventBridge that is told."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:events:.+$", var.notice_bus_arn))
    error_message = "Not of its usual form: a bus of eventbridge that is told."
  }
}

variable "alarm_topic_arn" {
  description = "A topic that alarms go to."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^$|^arn:aws[a-z-]*:sns:.+$", var.alarm_topic_arn))
    error_message = "Not of its usual form: a topic that alarms go to."
  }
}

variable "oldest_message_seconds" {
  description = "An upload that waits longer raises an alarm."
  type        = number
  default     = 3600

  validation {
    condition     = var.oldest_message_seconds >= 60
    error_message = "At least 60."
  }
}

variable "log_retention_days" {
  description = "Days that the log is kept."
  type        = number
  default     = 90

  validation {
    condition     = contains([1, 7, 14, 30, 60, 90, 180, 365, 731, 1827], var.log_retention_days)
    error_message = "One of 1, 7, 14, 30, 60, 90, 180, 365, 731, 1827."
  }
}

variable "subnet_ids" {
  description = "Private subnets for the function; empty for no VPC."
  type        = list(string)
  default     = []
}

variable "security_group_ids" {
  description = "Security groups for the function in these subnets."
  type        = list(string)
  default     = []
}

variable "vpc_id" {
  description = "The VPC of the subnets, where endpoints are to be made; empty where there are routes."
  type        = string
  default     = ""
}

variable "route_table_ids" {
  description = "Route tables of the subnets, for the endpoint of S3."
  type        = list(string)
  default     = []
}

variable "endpoint_security_group_ids" {
  description = "Security groups of the endpoints, which let port 443 in from the function."
  type        = list(string)
  default     = []
}
