using System.Text.Json;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Functions;

/// <summary>Messages of the work queue, which anybody with a role on the account may write.</summary>
internal static class WorkMessage
{
    /// <summary>The work of a message; null for a message that is no work. Such a message is logged and dropped: no attempt would make work of the message.</summary>
    public static WorkItem? Read(string message, ILogger log)
    {
        try
        {
            return WorkItem.Parse(message);
        }
        catch (JsonException noWork)
        {
            log.LogError(noWork, "A message that is no work was dropped; send an object with kind and runId");
            return null;
        }
    }
}
