/**
 * Tells others how runs ended: a topic of SNS, a bus of EventBridge. {@link
 * dev.ingest.lambda.notice.Announcement} is what they are told.
 */
@NullMarked
package dev.ingest.lambda.notice;

import org.jspecify.annotations.NullMarked;
