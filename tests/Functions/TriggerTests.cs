using System.Reflection;
using CommunityDemand.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CommunityDemand.Tests.Functions;

/// <summary>The functions that the host will find, read as the host reads them: from their attributes.</summary>
public sealed class TriggerTests
{
    [Fact]
    public void Functions_Assembly_DeclaresTheseAndNoOther() => All().Select(f => f.Name).Order().ShouldBe(
        ["ForecastDistrict", "GiveUpRun", "IngestUpload", "NightlyForecast", "ServeApi", "ServeHealth", "ServePage", "SweepUploads"]);

    [Fact]
    public void Functions_Class_IsPublicSealedAndNamedAfterTheFunction()
    {
        foreach (var (name, method) in All())
        {
            method.DeclaringType!.Name.ShouldBe(name);
            method.DeclaringType.IsPublic.ShouldBeTrue(name);
            method.DeclaringType.IsSealed.ShouldBeTrue(name);
        }
    }

    [Fact]
    public void IngestUpload_Trigger_IsAnyBlobOfUploadsAnnouncedByEventGrid()
    {
        var trigger = Trigger<BlobTriggerAttribute>("IngestUpload");

        trigger.BlobPath.ShouldBe("uploads/{name}");
        trigger.Source.ShouldBe(BlobTriggerSource.EventGrid);
        trigger.Connection.ShouldBe("AzureWebJobsStorage");
    }

    [Theory]
    [InlineData("ForecastDistrict", "forecast-work")]
    [InlineData("GiveUpRun", "forecast-work-poison")]
    public void Queue_Trigger_IsTheWorkOrWhatTheHostSetAside(string function, string queue)
    {
        var trigger = Trigger<QueueTriggerAttribute>(function);

        trigger.QueueName.ShouldBe(queue);
        trigger.Connection.ShouldBe("AzureWebJobsStorage");
    }

    [Theory]
    [InlineData("SweepUploads", "0 */5 * * * *")]
    [InlineData("NightlyForecast", "0 */15 * * * *")]
    public void Timer_Schedule_IsMonitoredSoThatMissedTicksComeLate(string function, string schedule)
    {
        var trigger = Trigger<TimerTriggerAttribute>(function);

        trigger.Schedule.ShouldBe(schedule);
        trigger.UseMonitor.ShouldBeTrue();
        trigger.RunOnStartup.ShouldBeFalse();
    }

    [Fact]
    public void NightlyForecast_Failure_IsTriedAgain()
    {
        var retry = Method("NightlyForecast").GetCustomAttribute<FixedDelayRetryAttribute>()!;

        (retry.MaxRetryCount, retry.DelayInterval).ShouldBe((5, "00:05:00"));
    }

    private static IEnumerable<(string Name, MethodInfo Method)> All() =>
        from type in typeof(IngestUpload).Assembly.GetTypes()
        where type.Namespace == typeof(IngestUpload).Namespace
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method);

    private static MethodInfo Method(string function) => All().Single(f => f.Name == function).Method;

    private static T Trigger<T>(string function)
        where T : TriggerBindingAttribute =>
        Method(function).GetParameters().Select(p => p.GetCustomAttribute<TriggerBindingAttribute>()).OfType<TriggerBindingAttribute>()
            .ShouldHaveSingleItem().ShouldBeOfType<T>();
}
