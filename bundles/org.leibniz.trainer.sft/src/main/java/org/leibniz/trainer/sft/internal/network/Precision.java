package org.leibniz.trainer.sft.internal.network;

/** What matrices are multiplied in; parameters, their moments and the residual stream are float32 always. */
public enum Precision {
  F32(6),
  BF16(15);

  /** PyTorch's number of the type. */
  final int scalarType;

  Precision(int scalarType) {
    this.scalarType = scalarType;
  }
}
