using System.Text.Json;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Functions;

/// <summary>Messages of the work queue. Anybody with a role on the account can write such messages.</summary>
internal static class WorkMessage
{
    /// <summary>The work item in a message; null for any other message, which is logged and dropped because no retry can help.</summary>
    public static WorkItem? Read(string message, ILogger log)
    {
        try
        {
            return WorkItem.Parse(message);
        }
        catch (JsonException noWork)
        {
            log.LogError(noWork, "A message that is not a work item was dropped; send an object with kind and runId");
            return null;
        }
    }
}
