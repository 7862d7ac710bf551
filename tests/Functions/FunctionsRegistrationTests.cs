using CommunityDemand.Functions;
using CommunityDemand.Pipeline;
using CommunityDemand.Pipeline.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Functions;

public sealed class FunctionsRegistrationTests
{
    [Fact]
    public async Task AddFunctions_OnlyTheHostsConnectionString_IsThePipelinesToo()
    {
        await using var provider = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Value<StorageOptions>(provider).ConnectionString.ShouldBe("UseDevelopmentStorage=true");
    }

    [Fact]
    public async Task AddFunctions_AccountName_IsLeftAlone()
    {
        await using var provider = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("Storage:AccountName", "city"));

        Value<StorageOptions>(provider).ConnectionString.ShouldBeNull();
    }

    [Fact]
    public async Task AddFunctions_NoStorageAtAll_SaysWhichToSet()
    {
        await using var provider = Services();

        Should.Throw<OptionsValidationException>(() => Value<StorageOptions>(provider)).Message.ShouldContain("Storage:AccountName");
    }

    [Fact]
    public async Task AddFunctions_NightOfAnotherCity_IsReadFromConfiguration()
    {
        await using var provider = Services(("Nightly:At", "03:30"));

        Value<NightlyOptions>(provider).At.ShouldBe(new TimeOnly(3, 30));
    }

    private static T Value<T>(ServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build())
        .AddPipeline()
        .AddFunctions()
        .BuildServiceProvider();
}
