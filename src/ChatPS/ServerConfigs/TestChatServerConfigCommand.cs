using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerConfigs;

/// <summary>Has a server try what its configuration says of its mails, its files, its search engine or its address. What does not work is a warning.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ChatServerConfig")]
[OutputType(typeof(bool))]
public sealed class TestChatServerConfigCommand : SessionCmdlet
{
    private const string MailSet = "Mail";
    private const string FileStoreSet = "FileStore";
    private const string SearchSet = "Search";
    private const string SiteUrlSet = "SiteUrl";

    /// <summary>Sends a mail to your own address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MailSet)]
    public SwitchParameter Mail { get; set; }

    /// <summary>Reaches the storage of files; older servers try S3 only.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileStoreSet)]
    public SwitchParameter FileStore { get; set; }

    /// <summary>Reaches Elasticsearch, which takes a license.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SearchSet)]
    public SwitchParameter Search { get; set; }

    /// <summary>Reaches the server itself by an address, such as the SiteUrl of Get-ChatServer.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = SiteUrlSet)]
    [ValidateNotNullOrEmpty]
    public string? SiteUrl { get; set; }

    private protected override void Process() => Guard(SiteUrl, () =>
    {
        var config = Require<IServerConfigTester>();
        var problem = Await(ParameterSetName switch
        {
            MailSet => config.TestMailAsync(Context),
            FileStoreSet => config.TestFileStoreAsync(Context),
            SearchSet => config.TestSearchAsync(Context),
            _ => config.TestSiteUrlAsync(SiteUrl!, Context),
        });
        if (problem is not null)
            WriteWarning(problem);
        Write(problem is null);
    });
}
