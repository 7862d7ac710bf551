using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.Runs;

public sealed class CityOptionsTests
{
    [Theory]
    [InlineData(null, null, "CN")]
    [InlineData("DE", null, "DE")]
    [InlineData(null, "none", "none")]
    [InlineData("DE", "none", "DE")]
    public void Country_OfSettings_IsTheCitysBeforeTheOlderName(string? city, string? older, string country) =>
        Read(city, older).Country.ShouldBe(country);

    [Theory]
    [InlineData("XX", null)]
    [InlineData(null, "XX")]
    [InlineData("Germany", null)]
    public void Country_WithoutRules_IsRefusedWithTheRemedy(string? city, string? older)
    {
        var message = Should.Throw<OptionsValidationException>(() => Read(city, older)).Message;

        message.ShouldContain($"City:Country '{city ?? older}'");
        message.ShouldContain("DE");
        message.ShouldContain("none and upload dataset calendar");
    }

    private static CityOptions Read(string? city, string? older)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["City:Country"] = city, ["Run:Country"] = older }
                .Where(setting => setting.Value is not null))
            .Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddRuns().BuildServiceProvider()
            .GetRequiredService<IOptions<CityOptions>>().Value;
    }
}
