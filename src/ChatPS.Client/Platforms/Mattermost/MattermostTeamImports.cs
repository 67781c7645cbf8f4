using System.Text;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Takes the people, channels and messages of another product into a team.</summary>
internal sealed class MattermostTeamImports(Connection connection) : MattermostResource(connection), ITeamImporter
{
    public async Task<string> ImportAsync(string team, string source, FileUpload file, CallContext context)
    {
        long size;
        using (var content = file.OpenRead())
            size = content.Length;
        var call = Call(ImportTeam).Path("team_id", await Names.TeamIdAsync(Connection.Session.TeamOr(team), context).ConfigureAwait(false))
            .Body("importFrom", source)
            .Body("filesize", size)
            .File("file", file.Name, file.Open, (done, total) => context.Log.Progress($"Uploading {file.Name}", done, total));
        return await SendAsync(call, MattermostJson.Default.TeamImport, ReadLog, context).ConfigureAwait(false);
    }

    private static string ReadLog(Wire.TeamImport import)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(import.Results ?? ""));
        }
        catch (FormatException)
        {
            return import.Results!;
        }
    }
}
