using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityDemand.Functions;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Functions;

/// <summary>What infra/ deploys is what the code expects. Read as text: the compiler of Bicep is not needed to run the tests.</summary>
public sealed partial class InfrastructureTests
{
    [Fact]
    public void Storage_Containers_AreThoseOfTheContractAndThePackages() =>
        Names("containers").Order().ShouldBe(Contract("Container").Append("app-package").Order());

    [Fact]
    public void Storage_QueuesAndTables_AreThoseOfTheContract()
    {
        Names("queues").ShouldBe(Contract("Queue"));
        Names("tables").Order().ShouldBe(Contract("Table").Order());
    }

    [Fact]
    public void Storage_Account_TakesNoKeyAndNoStranger()
    {
        var storage = Read("infra/modules/storage.bicep");

        storage.ShouldContain("allowSharedKeyAccess: false");
        storage.ShouldContain("allowBlobPublicAccess: false");
        storage.ShouldContain("minimumTlsVersion: 'TLS1_2'");
    }

    [Fact]
    public void Bicep_AnyFile_ReadsNoSecret()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*.bicep", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (var secret in (string[])["listKeys", "listAccountSas", "AccountKey=", "SharedAccessKey", "@secure"])
                text.ShouldNotContain(secret, customMessage: file);
        }
    }

    [Fact]
    public void AppSettings_Names_AreOptionsThatExist()
    {
        var settings = Settings();

        settings["Storage"].ShouldBeSubsetOf(PropertiesOf<StorageOptions>());
        settings["Run"].ShouldBeSubsetOf(PropertiesOf<RunOptions>());
        settings["Nightly"].ShouldBe(PropertiesOf<NightlyOptions>(), ignoreOrder: true);
        settings[HostStorage.Connection].ShouldBe(
            ["blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"], ignoreOrder: true);
    }

    [Fact]
    public void FunctionApp_Runtime_IsTheProjectsFramework()
    {
        var framework = new FrameworkName(typeof(IngestUpload).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

        Read("infra/modules/functions.bicep").ShouldContain($"version: '{framework.Version.ToString(2)}'");
    }

    [Fact]
    public void Collector_OnAnInstance_LeavesTheHostAndNativeMemoryTheirRoom()
    {
        const long Megabyte = 1 << 20;
        var instance = long.Parse(
            Regex.Match(Read("infra/modules/functions.bicep"), @"instanceMemoryMB: (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var limit = Setting("System.GC.HeapHardLimit") / Megabyte;

        limit.ShouldBeInRange(instance * 3 / 4, instance - 400);
        Setting("System.GC.ConserveMemory").ShouldBeInRange(5, 9);

        static long Setting(string name) => JsonDocument.Parse(Read("Functions/runtimeconfig.template.json")).RootElement
            .GetProperty("configProperties")
            .GetProperty(name)
            .GetInt64();
    }

    [Fact]
    public void Main_Modules_ExistAndGetEveryParameterAndGiveEveryOutput()
    {
        var main = Read("infra/main.bicep");
        var modules = ModuleOf().Matches(main);
        modules.Count.ShouldBe(6);

        foreach (Match module in modules)
        {
            var (name, text) = (module.Groups["name"].Value, Read("infra/" + module.Groups["path"].Value));
            var declared = ParameterOf().Matches(text);
            var passed = PassedOf().Matches(module.Groups["params"].Value).Select(m => m.Groups[1].Value).ToList();

            passed.ShouldBeSubsetOf(declared.Select(d => d.Groups["name"].Value), name);
            declared.Where(d => d.Groups["default"].Length == 0).Select(d => d.Groups["name"].Value).ShouldBeSubsetOf(passed, name);
            foreach (Match used in Regex.Matches(main, $@"\b{name}\.outputs\.(\w+)"))
                text.ShouldContain($"output {used.Groups[1].Value} ", customMessage: name);
        }
    }

    [Theory]
    [InlineData("infra/hooks/announce-uploads.sh", @"\$([A-Z][A-Z_]+)")]
    [InlineData("infra/hooks/announce-uploads.ps1", @"\$env:([A-Z][A-Z_]+)")]
    public void Hook_Script_KnowsOnlyWhatTheDeploymentTells(string path, string variable)
    {
        var (script, main) = (Read(path), Read("infra/main.bicep"));

        Regex.Matches(script, variable).Select(m => m.Groups[1].Value).Distinct().ShouldAllBe(v => main.Contains($"output {v} string"));
        script.ShouldContain($"functionName=Host.Functions.{nameof(IngestUpload)}&");
        Read("azure.yaml").ShouldContain($"run: ./{path}");
    }

    [Fact]
    public void AzureYaml_Service_IsTheFunctionsProjectAndTheTaggedApp()
    {
        Read("azure.yaml").ShouldContain("  functions:\n    project: ./Functions\n    language: dotnet\n    host: function\n");
        Read("infra/main.bicep").ShouldContain("'azd-service-name': 'functions'");
        File.Exists(Path.Combine(Repository.Root, "Functions/Functions.csproj")).ShouldBeTrue();
    }

    private static ILookup<string, string> Settings() => Regex
        .Matches(Read("infra/modules/functions.bicep"), @"^ +(\w+?)__(\w+):", RegexOptions.Multiline)
        .ToLookup(m => m.Groups[1].Value, m => m.Groups[2].Value);

    private static IEnumerable<string> PropertiesOf<T>() => typeof(T).GetProperties().Select(p => p.Name);

    private static IEnumerable<string> Contract(string suffix) =>
        from field in typeof(StorageNames).GetFields(BindingFlags.Public | BindingFlags.Static)
        where field.Name.EndsWith(suffix, StringComparison.Ordinal)
        select (string)field.GetRawConstantValue()!;

    /// <summary>The items of a list of storage.bicep: names in quotes, or variables that stand for one.</summary>
    private static IEnumerable<string> Names(string list)
    {
        var text = Read("infra/modules/storage.bicep");
        var items = Regex.Match(text, $@"^var {list} = \[(.*?)^\]", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        foreach (var item in items.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            yield return item.StartsWith('\'')
                ? item.Trim('\'')
                : Regex.Match(text, $@"^var {item} = '(.*)'", RegexOptions.Multiline).Groups[1].Value;
    }

    private static string Read(string path) => Repository.Read(path);

    [GeneratedRegex(
        @"^module (?<name>\w+) '(?<path>[^']+)' = \{.*?^  params: \{\n(?<params>.*?)^  \}",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModuleOf();

    [GeneratedRegex(@"^param (?<name>\w+) \w+(?<default> =)?", RegexOptions.Multiline)]
    private static partial Regex ParameterOf();

    [GeneratedRegex(@"^    (\w+):", RegexOptions.Multiline)]
    private static partial Regex PassedOf();
}
