using System.Diagnostics;
using System.Reflection;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Tests.Layering;

/// <summary>Domain and Models compute: what they are given decides what they return.</summary>
public sealed class PurityTests
{
    private static readonly Type[] Storage =
        [typeof(File), typeof(FileInfo), typeof(FileStream), typeof(Directory), typeof(DirectoryInfo), typeof(HttpClient)];

    private static readonly Type[] Clocks = [typeof(Stopwatch), typeof(Timer), typeof(PeriodicTimer)];

    private static readonly string[] ClockReaders =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System",
        "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64",
        "System.Threading.Thread.Sleep",
        "System.Threading.Tasks.Task.Delay",
    ];

    public static TheoryData<Assembly> Pure => new(typeof(TimeAxis).Assembly, typeof(ForecastEngine).Assembly);

    [Theory]
    [MemberData(nameof(Pure))]
    public void Assembly_OfPureCode_KnowsNoStorage(Assembly project)
    {
        project.GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsStorage).ShouldBeEmpty();
        Naming(project, Storage).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pure))]
    public void Assembly_OfPureCode_KnowsNoClock(Assembly project)
    {
        Naming(project, Clocks).ShouldBeEmpty();
        CodeReferences.Of(project)
            .Where(reference => ClockReaders.Contains($"{reference.To.DeclaringType?.FullName}.{reference.To.Name}"))
            .Select(reference => $"{reference.From.Name} reads {reference.To.DeclaringType!.Name}.{reference.To.Name}")
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pure))]
    public void Assembly_OfPureCode_KnowsNoConsole(Assembly project) => Naming(project, [typeof(Console)]).ShouldBeEmpty();

    private static bool IsStorage(string assembly) =>
        assembly.StartsWith("Azure.", StringComparison.Ordinal)
            || assembly.StartsWith("Microsoft.Azure.", StringComparison.Ordinal)
            || assembly == "Microsoft.Extensions.Azure";

    private static IEnumerable<string> Naming(Assembly project, Type[] forbidden) =>
        from reference in CodeReferences.Of(project)
        from type in CodeReferences.Types(reference.To)
        where forbidden.Contains(type)
        select $"{reference.From.Name} names {type.Name}";
}
