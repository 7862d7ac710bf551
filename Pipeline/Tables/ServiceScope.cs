using CommunityDemand.Domain.Catalogue;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>What a row counts: one service, the services of a need class, or all of them.</summary>
/// <param name="Level"><c>service</c>, <c>need_class</c> or <c>all</c>.</param>
/// <param name="Code">Code of the service or the need class; <c>all</c> for all.</param>
internal readonly record struct ServiceScope(string Level, string Code)
{
    public const string ServiceLevel = "service";
    public const string NeedClassLevel = "need_class";
    public const string AllLevel = "all";

    public static ServiceScope All { get; } = new(AllLevel, AllLevel);

    public static ServiceScope OfService(string code) => new(ServiceLevel, code);

    public static ServiceScope OfNeedClass(string code) => new(NeedClassLevel, code);

    /// <summary>All that a service counts in: itself, its need class, all services.</summary>
    /// <param name="needClass">Code of its need class.</param>
    public static ServiceScope[] Containing(string service, string needClass) => [OfService(service), OfNeedClass(needClass), All];

    /// <summary>What a reader's <c>service</c> parameter means: <c>all</c>, a need class's code, else a service's.</summary>
    public static ServiceScope Parse(string text) =>
        text == AllLevel ? All
        : NeedClasses.All.Any(c => c.Code() == text) ? OfNeedClass(text)
        : OfService(text);
}
