/** Files and batches in the words of OpenAI's API, over the batches that there are. */
package dev.tiankong.openai;
