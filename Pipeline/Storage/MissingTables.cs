using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables.Models;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>Reading of tables that nothing may have been written to yet.</summary>
internal static class MissingTables
{
    /// <summary>The rows, or pages of rows, of a query; none where the table is not there.</summary>
    public static async IAsyncEnumerable<T> WhileItExists<T>(
        this IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var row = rows.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await row.MoveNextAsync()) yield break;
            }
            catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
            {
                yield break;
            }

            yield return row.Current;
        }
    }
}
