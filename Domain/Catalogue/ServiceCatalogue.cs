using System.Diagnostics.CodeAnalysis;

namespace CommunityDemand.Domain.Catalogue;

/// <summary>
/// The services of a city, by code. The catalogue is immutable; <see cref="With"/> returns a new one. Codes are compared exactly,
/// including letter case, because codes are keys of facts.
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

    /// <summary>The built-in catalogue of the handbook.</summary>
    public static ServiceCatalogue BuiltIn { get; } = new(BuiltInServices.All);

    /// <summary>A catalogue without services.</summary>
    public static ServiceCatalogue Empty { get; } = new([]);

    /// <summary>Built-in services in the handbook's order, then added services in the order of arrival.</summary>
    public IReadOnlyList<Service> Services => _services;

    /// <summary>The service with a code; <see cref="Service.Undescribed"/> where the catalogue has none.</summary>
    public Service this[string code] => TryGet(code, out var service) ? service : Service.Undescribed(code);

    /// <summary>Looks up a service by its code.</summary>
    public bool TryGet(string code, [NotNullWhen(true)] out Service? service)
    {
        service = _index.TryGetValue(code, out var index) ? _services[index] : null;
        return service is not null;
    }

    /// <summary>This catalogue with services added or replaced. The last of several rows with the same code counts.</summary>
    public ServiceCatalogue With(IEnumerable<Service> services) => new(_services.Concat(services));
}
