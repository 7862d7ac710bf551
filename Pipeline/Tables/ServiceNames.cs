using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>Names of services, need classes and all services.</summary>
/// <param name="Services">Names of the services by code.</param>
internal sealed record ServiceNames(IReadOnlyDictionary<string, ServiceName> Services)
{
    /// <summary>Names of some services of a catalogue.</summary>
    public static ServiceNames Of(ServiceCatalogue catalogue, IEnumerable<string> codes) => new(codes
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(code => code, code => new ServiceName(catalogue[code].NameEn, catalogue[code].NameZh), StringComparer.Ordinal));

    /// <summary>The name in any language. A service of no known name has its code.</summary>
    public Message Of(ServiceScope scope) => scope.Level == ServiceScope.ServiceLevel
        ? Services.TryGetValue(scope.Code, out var name)
            ? ScopeMessages.Service(name.English, name.Chinese)
            : ScopeMessages.Service(scope.Code, scope.Code)
        : ScopeMessages.Group(scope.Code);

    /// <summary>The English name, which column <c>ServiceName</c> has.</summary>
    public string EnglishOf(ServiceScope scope) => MessageTexts.English.Render(Of(scope));
}

/// <summary>Names of a service.</summary>
internal sealed record ServiceName(string English, string Chinese);

/// <summary>Names of services as messages, to stand in other messages.</summary>
internal static class ScopeMessages
{
    public static Message Service(string en, string zh) => new("service", ("en", en), ("zh", zh));

    /// <param name="scope">Code of a need class, or <c>all</c>.</param>
    public static Message Group(string scope) => new($"scope.{scope}");
}
