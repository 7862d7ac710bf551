using System.Diagnostics.CodeAnalysis;

namespace CommunityDemand.Domain.Catalogue;

/// <summary>
/// The services that a city knows, by code. Immutable; <see cref="With"/> gives another catalogue. Codes are compared as they are, case
/// included: they are keys of facts.
/// </summary>
public sealed class ServiceCatalogue
{
    private readonly List<Service> _services;
    private readonly Dictionary<string, int> _index;

    private ServiceCatalogue(IEnumerable<Service> services)
    {
        _services = [];
        _index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            if (_index.TryAdd(service.Code, _services.Count)) _services.Add(service);
            else _services[_index[service.Code]] = service;
        }
    }

    /// <summary>The handbook's catalogue.</summary>
    public static ServiceCatalogue BuiltIn { get; } = new(BuiltInServices.All);

    /// <summary>A catalogue without any service.</summary>
    public static ServiceCatalogue Empty { get; } = new([]);

    /// <summary>The built-in services in the handbook's order, then added ones in the order they came.</summary>
    public IReadOnlyList<Service> Services => _services;

    /// <summary>The service of a code; <see cref="Service.Undescribed"/> where the catalogue has none.</summary>
    public Service this[string code] => TryGet(code, out var service) ? service : Service.Undescribed(code);

    /// <summary>Whether the catalogue describes a code, and how.</summary>
    public bool TryGet(string code, [NotNullWhen(true)] out Service? service)
    {
        service = _index.TryGetValue(code, out var index) ? _services[index] : null;
        return service is not null;
    }

    /// <summary>This catalogue, extended and overridden: of several rows with one code the last counts.</summary>
    public ServiceCatalogue With(IEnumerable<Service> services) => new(_services.Concat(services));
}
