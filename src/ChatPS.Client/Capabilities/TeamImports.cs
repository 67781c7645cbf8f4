using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Takes what another product has exported into a team.</summary>
internal interface ITeamImporter
{
    /// <param name="team">A team's id or name.</param>
    /// <param name="source">The other product, in the platform's word.</param>
    /// <param name="file">What it exported.</param>
    /// <param name="context">The call.</param>
    /// <returns>What the platform says of it.</returns>
    Task<string> ImportAsync(string team, string source, FileUpload file, CallContext context);
}
