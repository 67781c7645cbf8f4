using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>What people said in some time, in the forms that archives of messages take: a table, a file for each conversation, or a mail for each.</summary>
internal static class ComplianceArchive
{
    public static void Make(MattermostState state, Job job, Dictionary<string, string> data)
    {
        var format = data.GetValueOrDefault("export_type") ?? "actiance";
        if (format is not ("csv" or "actiance" or "globalrelay" or "globalrelay-zip"))
        {
            job.Fail($"There is no format {format}.");
            return;
        }
        var (from, to) = (Number("job_start_time") ?? Reached(state, job), Number("job_end_time") ?? job.StartAt);
        var posts = state.Posts.Values.Where(post => post.UpdateAt >= from && post.UpdateAt <= to).OrderBy(post => post.UpdateAt).ToList();
        (data["job_start_time"], data["job_end_time"], data["batch_start_time"]) = (Text(from), Text(to), Text(to));
        data.TryAdd("export_dir", $"export/compliance-export-{DateTimeOffset.FromUnixTimeMilliseconds(job.StartAt).ToString("yyyy-MM-dd-HH'h'mm'm'", CultureInfo.InvariantCulture)}-{from}-{to}");
        (data["messages_exported"], data["warning_count"], data["is_downloadable"]) = (Text(posts.Count), "0", "true");
        state.Administration.ComplianceExports[job.Id] = Pack(state, format, posts, from, to);

        long? Number(string name) => long.TryParse(data.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    // One that somebody began by hand does not count.
    private static long Reached(MattermostState state, Job job) => state.Administration.Jobs.Ended("message_export")
        .Where(other => other != job && other.Data?.GetValueOrDefault("initiated_by") is not ("mmctl" or "cli"))
        .Select(other => long.Parse(other.Data!["batch_start_time"], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();

    private static byte[] Pack(MattermostState state, string format, List<Post> posts, long from, long to)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var batch = zip.CreateEntry($"batch001-{from}-{to}.zip", CompressionLevel.NoCompression).Open();
            using var inner = new ZipArchive(batch, ZipArchiveMode.Create);
            switch (format)
            {
                case "csv":
                    Write(inner, "posts.csv", string.Concat(posts.Select(post => Row(state, post)).Prepend("Post Creation Time,Channel Name,Username,User Email,Post Id,Post Message\n")));
                    break;
                case "actiance":
                    Write(inner, "actiance_export.xml", new XElement("FileDump", ByRoom(posts).Select(room => new XElement(
                        "Conversation", new XElement("RoomID", room.Key), room.Select(post => new XElement(
                            "Message", new XElement("MessageId", post.Id), new XElement("LoginName", Mail(state, post)), new XElement("DateTimeUTC", post.CreateAt), new XElement("Content", post.Message)))))).ToString());
                    break;
                default:
                    foreach (var room in ByRoom(posts))
                        Write(inner, room.Key + ".eml", $"Subject: {room.Key}\r\n\r\n" + string.Concat(room.Select(post => $"{Mail(state, post)}: {post.Message}\r\n")));
                    break;
            }
        }
        return archive.ToArray();
    }

    private static IEnumerable<IGrouping<string, Post>> ByRoom(List<Post> posts) => posts.GroupBy(post => post.ChannelId);

    private static string Mail(MattermostState state, Post post) => state.Users[post.UserId]?.Email ?? "";

    private static string Row(MattermostState state, Post post) => string.Join(
        ',', Text(post.CreateAt), state.Channels[post.ChannelId]?.Name, state.Users[post.UserId]?.Username, Mail(state, post), post.Id,
        '"' + post.Message.Replace("\"", "\"\"", StringComparison.Ordinal) + '"') + "\n";

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(text);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
