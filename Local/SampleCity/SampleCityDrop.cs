namespace CommunityDemand.Local.SampleCity;

/// <summary>Files that are uploaded together.</summary>
/// <param name="Folder">Folder inside the generated folder.</param>
/// <param name="Files">Paths inside the folder, in the order of upload; also the names of the blobs.</param>
internal sealed record SampleCityDrop(string Folder, IReadOnlyList<string> Files);
