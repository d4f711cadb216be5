/**
 * Work that no request asks for, such as sending again what was lost and deleting what was kept
 * long enough. What a duty does belongs to its own package; here is when, and how it ended.
 */
package dev.tiankong.duties;
