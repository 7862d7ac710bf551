using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Local.Commands;

/// <summary>Common part of the commands that ask a run.</summary>
internal static class WhatIf
{
    /// <summary>Asks a question, and reports a question that cannot be answered.</summary>
    /// <exception cref="UserErrorException">The question cannot be answered.</exception>
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
