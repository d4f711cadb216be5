/**
 * What users and operators do with a batch that was submitted: pause, resume, cancel, retry,
 * delete.
 */
package dev.tiankong.batch.control;
