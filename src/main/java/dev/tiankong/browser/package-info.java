/** What browsers are told, and what they are not let do for a foreign page. */
package dev.tiankong.browser;
