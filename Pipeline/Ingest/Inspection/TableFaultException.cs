namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>A table that can't be read, or a row that can't be split into values. The message tells why and what to do.</summary>
public sealed class TableFaultException(string message, Exception? inner = null) : Exception(message, inner);
