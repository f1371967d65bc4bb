### Ord för samtycke, återkallelse, uppföljning, avvikelse och rättelse.
