namespace CommunityDemand.Domain.Geography;

/// <summary>
/// An area of the area tree. The code is unique within its level: the community's code, the path of names (<c>district/subdistrict</c>,
/// <c>district</c>), or the city's name.
/// </summary>
/// <param name="Level">Level of the area in the tree.</param>
/// <param name="Code">Code of the area, unique within its level.</param>
/// <param name="Name">Display name.</param>
/// <param name="Parent">Code of the area one level up; null for the city.</param>
public sealed record Area(AreaLevel Level, string Code, string Name, string? Parent);
