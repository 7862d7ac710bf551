using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Local.Commands;

/// <summary>What commands that ask a run have in common.</summary>
internal static class WhatIf
{
    /// <summary>Asks, and tells the user of a question that cannot be answered.</summary>
    /// <exception cref="UserErrorException">It cannot.</exception>
    public static async Task<TAnswer> AskAsync<TRequest, TAnswer>(
        Func<TRequest, CancellationToken, Task<TAnswer>> ask, TRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(request, cancellationToken);
        }
        catch (WhatIfRequestException mistake)
        {
            throw new UserErrorException($"{mistake.Message} {mistake.Remedy}", mistake);
        }
    }
}
