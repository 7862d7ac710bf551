namespace CommunityDemand.Local.SampleCity;

/// <summary>Files that are uploaded together.</summary>
/// <param name="Folder">Folder inside the generated one.</param>
/// <param name="Files">Paths inside the folder, which are the blobs' names, in the order of upload.</param>
internal sealed record SampleCityDrop(string Folder, IReadOnlyList<string> Files);
