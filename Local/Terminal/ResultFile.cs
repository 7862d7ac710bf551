using System.IO.Pipelines;
using System.Text;

namespace CommunityDemand.Local.Terminal;

/// <summary>Where a command's result goes.</summary>
internal static class ResultFile
{
    /// <summary>Writes a file, whole or not at all: a program that waits for the file must not read half of it.</summary>
    /// <exception cref="UserErrorException">The file can't be written.</exception>
    public static async Task<long> WriteAsync(FileInfo file, Func<Stream, Task<long>> export)
    {
        var partial = file.FullName + ".partial";
        try
        {
            long rows;
            await using (var stream = File.Create(partial)) rows = await export(stream);
            File.Move(partial, file.FullName, overwrite: true);
            return rows;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Discard(partial);
            throw new UserErrorException(
                $"{file.FullName} cannot be written: {failure.Message} Choose another file with --output.", failure);
        }
        catch
        {
            Discard(partial);
            throw;
        }
    }

    /// <summary>Writes UTF-8 to a writer as text.</summary>
    public static async Task WriteAsync(TextWriter writer, Func<Stream, Task<long>> export, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var copying = CopyAsync(pipe.Reader, writer, cancellationToken);
        Exception? failure = null;
        try
        {
            await export(pipe.Writer.AsStream(leaveOpen: true));
        }
        catch (Exception thrown)
        {
            failure = thrown;
            throw;
        }
        finally
        {
            await pipe.Writer.CompleteAsync(failure);
            if (failure is null) await copying;
        }
    }

    private static void Discard(string partial)
    {
        // Where the folder is not there, nothing was written.
        if (File.Exists(partial)) File.Delete(partial);
    }

    private static async Task CopyAsync(PipeReader reader, TextWriter writer, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(reader.AsStream(), Encoding.UTF8);
        var buffer = new char[16 * 1024];
        for (int read; (read = await text.ReadAsync(buffer, cancellationToken)) > 0;)
            await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }
}
