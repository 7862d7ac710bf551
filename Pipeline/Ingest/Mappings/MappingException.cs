namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>A mapping file that says nothing usable; the message names file, place and remedy.</summary>
public sealed class MappingException(string message) : Exception(message);
