/** From files of examples to packed batches: {@link org.leibniz.trainer.sft.internal.data.Corpus} is read once, {@link
 * org.leibniz.trainer.sft.internal.data.Packer} makes batches of it. */
package org.leibniz.trainer.sft.internal.data;
