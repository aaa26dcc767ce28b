namespace Nabij.Kernel.Identity;

/// <summary>What somebody is in a community; most people are a resident only, which needs no assignment.</summary>
public enum Role
{
    Helper,
    Connector,
    Concierge,
    DistrictSupporter,
    LinkWorker,
    Referrer,
    Signaller,
    Editor,
    Supplier,
    Treasurer,
    Board,
    Funder,
    Secretary,
}
