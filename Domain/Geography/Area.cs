namespace CommunityDemand.Domain.Geography;

/// <summary>
/// One area of the tree. Its code is unique within its level: a community's own code, the path of names above it
/// (<c>district/subdistrict</c>, <c>district</c>), the city's name.
/// </summary>
/// <param name="Level">Where in the tree it stands.</param>
/// <param name="Code">Key within the level.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Parent">Code of the area one level up; null for the city.</param>
public sealed record Area(AreaLevel Level, string Code, string Name, string? Parent);
