using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using CommunityDemand.Functions;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Functions;

/// <summary>The infrastructure as its own compiler understands it.</summary>
[Slow]
public sealed class BicepTests
{
    // Settings of the platform itself; the app's own are sections of options.
    private static readonly string[] OfThePlatform =
        ["APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AzureWebJobsDisableHomepage"];

    // What a city may leave at its default: docs/operations.md tells how to set them by hand.
    private static readonly string[] LeftToDefaults = ["Storage__ConnectionString"];

    [Fact]
    public async Task Lint_AllFiles_FindsNothing()
    {
        var (code, output, errors) = await RunAsync("lint", "infra/main.bicep");

        (code, output.Trim(), errors.Trim()).ShouldBe((0, "", ""));
    }

    [Fact]
    public async Task AppSettings_OfTheCompiledTemplate_AreOptionsThatTheAppReads()
    {
        using var template = await CompileAsync();
        var settings = Resources(template.RootElement)
            .Where(resource => Type(resource) == "Microsoft.Web/sites/config")
            .SelectMany(resource => resource.GetProperty("properties").EnumerateObject().Select(setting => setting.Name))
            .ToArray();

        var own = settings.Except(OfThePlatform).Where(setting => !setting.StartsWith(HostStorage.Connection, StringComparison.Ordinal))
            .ToArray();
        own.ShouldBeSubsetOf([.. Options<StorageOptions>("Storage"), .. Options<RunOptions>("Run"), .. Options<NightlyOptions>("Nightly")]);
        // The app does not start without these; what it can't know by itself must come from the deployment.
        own.Concat(LeftToDefaults)
            .ShouldBe([.. Options<StorageOptions>("Storage"), "Run__TimeZone", .. Options<NightlyOptions>("Nightly")], ignoreOrder: true);
        settings.Where(setting => setting.StartsWith(HostStorage.Connection, StringComparison.Ordinal)).Select(
            setting => setting.Split("__")[1])
            .ShouldBe(["blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"], ignoreOrder: true);
    }

    [Fact]
    public async Task Roles_OfTheCompiledTemplate_AreThoseThatAClientNeeds()
    {
        using var template = await CompileAsync();
        var module = Resources(template.RootElement)
            .Where(resource => Type(resource) == "Microsoft.Resources/deployments")
            .Select(resource => resource.GetProperty("properties").GetProperty("template"))
            .Single(nested => Resources(nested).Any(resource => Type(resource) == "Microsoft.Authorization/roleAssignments"));

        // Role definitions of Azure, and the client that asks for each.
        var roles = module.GetProperty("variables").EnumerateObject()
            .ToDictionary(variable => variable.Name, variable => variable.Value.GetString());
        roles.ShouldBe(new Dictionary<string, string?>
        {
            ["blobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // BlobServiceClient; the host keeps locks and keys there
            ["blobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe", // the person who drops files
            ["queueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // QueueServiceClient, triggers
            ["tableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // TableServiceClient
            ["tableDataReader"] = "76199698-9eea-4c19-bc75-cec21354c6b6", // the person who reads tables
            ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb", // telemetry
        }, ignoreOrder: true);
        Resources(module).Count(resource => Type(resource) == "Microsoft.Authorization/roleAssignments").ShouldBe(4);
    }

    private static IEnumerable<string> Options<T>(string section) =>
        typeof(T).GetProperties().Select(property => $"{section}__{property.Name}");

    private static string? Type(JsonElement resource) => resource.TryGetProperty("type", out var type) ? type.GetString() : null;

    /// <summary>All resources, those of nested templates included.</summary>
    private static IEnumerable<JsonElement> Resources(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        foreach (var resource in resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray().ToArray()
            : [.. resources.EnumerateObject().Select(one => one.Value)])
        {
            yield return resource;
            if (resource.TryGetProperty("properties", out var properties)
                && properties.ValueKind == JsonValueKind.Object
                && properties.TryGetProperty("template", out var nested))
            {
                foreach (var inner in Resources(nested)) yield return inner;
            }
        }
    }

    private static async Task<JsonDocument> CompileAsync()
    {
        var (code, output, errors) = await RunAsync("build", "infra/main.bicep", "--stdout");
        (code, errors.Trim()).ShouldBe((0, ""));
        return JsonDocument.Parse(output);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Compiler(), arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    // The package holds a program for one platform, whose right to run is lost on the way through the registry.
    private static string Compiler()
    {
        var package = typeof(BicepTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Bicep").Value;
        var program = Path.Combine(package ?? "", "tools", "bicep");
        if (OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64 && File.Exists(program))
        {
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
            return program;
        }

        Assert.Skip($"The Bicep compiler is only here for Linux on x64, and infra/ goes unchecked: '{program}' can't run.");
        return "";
    }
}
