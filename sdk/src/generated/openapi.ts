// Generated from the routes by `npm run generate`; do not edit.

/** Of an operation that Lectern has not built yet: whatever the other side understands. */
type Unknown = Record<string, string>;

/** The compatible API, by operation id. */
export interface Operations {
  /** Right: Create a Webinar. 10 calls a minute. */
  "EventManagement.CreateAWebinar": {
    params: {
      clientId: number;
    };
    query: {
      /** Id of an event to copy */
      eventsource?: string;
    };
    form: {
      /** Up to 250 characters */
      title?: string;
      /** One of /eventtypes that can be created */
      eventtype?: string;
      /** One of /languages */
      languagecd?: string;
      /** With languagecd zh: CN or TW; with en: UK */
      countrycd?: string;
      /** One of /timezones */
      timezone?: string;
      /** MM/DD/YYYY hh:mm a in the event's zone, ISO, ISO with offset, or JavaScript's Date.toString() */
      livestart?: string;
      /** Minutes, 15 to 480: steps of 15 up to 120, of 30 above */
      liveduration?: string;
      /** What the webinar is about */
      eventabstract?: string;
      /** What it is promoted with */
      promotionalsummary?: string;
      /** On demand afterwards: Y or N */
      archiveavailable?: string;
      /** Campaign code */
      campaigncode?: string;
      /** Campaign tag; up to 10, repeated */
      tagcampaign?: string;
      /** Account tag id, one of /customaccounttag; up to 3, repeated */
      customaccounttag?: string;
      /** Also at a venue: Y or N */
      hybrid?: string;
      /** Name of the venue */
      venue?: string;
      /** Address of the venue */
      address?: string;
      /** Only a test: Y or N */
      testevent?: string;
    };
    answer: {
      wccevent: {
        eventId: number;
        title: string;
        eventAbstract?: string;
        promotionalSummary?: string;
        /** MM/DD/YYYY hh:mm AM in the event's zone */
        liveStart: string;
        /** seconds */
        liveDuration: number;
        /** MM/DD/YYYY hh:mm AM in the event's zone */
        liveEnd: string;
        /** MM/DD/YYYY hh:mm AM in the event's zone */
        archiveStart: string;
        /** MM/DD/YYYY hh:mm AM in the event's zone */
        archiveEnd: string;
        clientId: number;
        timeZone: string;
        eventType: string;
        /** MM/DD/YYYY hh:mm AM in the event's zone */
        goodAfter: string;
        audienceUrl: string;
        reportsUrl: string;
        previewUrl: string;
        /** minutes */
        archiveDuration: number;
        shortTimeZone: string;
        isLiveStartPast: boolean;
        isLiveEndPast: boolean;
        archiveEndInPast: boolean;
        archiveAvailable: boolean;
        canManipulateArchive: boolean;
        canToggleArchiveAvailability: boolean;
        languageCd: string;
        /** Empty when the language has no variants */
        countryCd: string;
        /** 0 when not a copy */
        sourceEventId: number;
        monthsAvailableToExtend: number;
        canExtendArchive: boolean;
        autoArchiveProcessed: boolean;
        showFaaBridgeNumber: boolean;
        showColossusLink: boolean;
        rolloverAudio: boolean;
        rolloverAudioDisabled: boolean;
        defaultPlayerConsoleTemplateId: number;
        simuliveWaitingMode: boolean;
        simuliveEPMode: boolean;
        simuliveMode: boolean;
        tags: readonly string[];
        customaccounttags: readonly {
          groupid: number;
          groupname: string;
          tagid: number;
          tagname: string;
        }[];
        PMUrl: string;
        hybrid: string;
        venue?: string;
        address?: string;
        testevent: string;
        campaignCode?: string;
      };
    };
  };
  /** Right: Event Listing. 30 calls a minute. */
  "AnalyticsClientLevel.Events": {
    params: {
      clientId: number;
    };
    query: {
      /** From this date or time */
      startdate?: string;
      /** Until this date or time, included */
      enddate?: string;
      /** Days of a rolling window, 1 to 180; instead of dates */
      dateinterval?: string;
      /** Days back from now that the window ends at */
      dateintervaloffset?: string;
      /** Zone whose days count, one of /timezones; America/Los_Angeles by default */
      dateintervaltimezone?: string;
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default */
      itemsperpage?: string;
      /** Events of sub-clients too: Y or N */
      includesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
      /** goodafter (default), updated, modified, creation, livestart, liveend, archivestart, archiveend */
      datefiltermode?: string;
      /** asc (default) or desc */
      filterorder?: string;
      /** Inactive events too: Y or N */
      includeinactive?: string;
      /** all (default), webcast, forum, video, pdf, webpage, experience, gateway, golive */
      contenttype?: string;
    };
    form: undefined;
    answer: {
      pagecount?: number;
      totalevents: number;
      currentpage?: number;
      events: readonly {
        eventanalytics: {
          totalregistrants: number;
          totalattendees: number;
          liveattendees: number;
          ondemandattendees: number;
          averageliveminutes: number;
          averagecumulativeliveminutes: number;
          averagearchiveminutes: number;
          averagecumulativearchiveminutes: number;
          totalcumulativeliveminutes: number;
          totalcumulativearchiveminutes: number;
          totalcumulativeminutes: number;
          totalmediaplayerminutes: number;
          totallivemediaplayerminutes: number;
          totalarchivemediaplayerminutes: number;
        };
        eventid: number;
        clientid: number;
        /** Announced start; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        goodafter: string;
        isactive: boolean;
        regrequired: boolean;
        /** The title */
        description: string;
        promotionalsummary?: string;
        regnotificationrequired: boolean;
        displaytimezonecd: string;
        /** Label of the event type */
        eventtype: string;
        /** Creation; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        localelanguagecd: string;
        localecountrycd?: string;
        /** Last change of the event itself; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastmodified: string;
        /** Last activity of the audience; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastupdated: string;
        iseliteexpired: string;
        /** Lobby opens; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        livestart: string;
        /** Live webinar ends; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        liveend: string;
        /** On demand from; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        archivestart: string;
        /** On demand until; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        archiveend: string;
        audienceurl: string;
        /** minutes */
        scheduledeventduration: number;
        eventprofile?: string;
        streamtype: string;
        audiencekey: string;
        reporturl: string;
        uploadurl: string;
        pmurl: string;
        previewurl: string;
        contenttype: string;
        campaigncode?: string;
        /** The campaign code */
        eventlocation?: string;
        createdby?: string;
        ishybridevent: boolean;
        partnerrefstats: readonly {
          code: string;
          count: number;
        }[];
        tags: readonly string[];
        funnelstages: readonly string[];
        istestevent: boolean;
        customaccounttags: readonly {
          groupid: number;
          groupname: string;
          tagid: number;
          tagname: string;
        }[];
      }[];
    };
  };
  /** Right: Update a Webinar. 60 calls a minute. Not built yet: answers 501. */
  "EventManagement.UpdateAWebinar": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Delete a Webinar. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.DeleteWebinar": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Metadata & Usage. 1000 calls a minute. */
  "AnalyticsEventLevel.MetadataAndUsage": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventanalytics: {
        totalregistrants: number;
        totalattendees: number;
        liveattendees: number;
        ondemandattendees: number;
        averageliveminutes: number;
        averagecumulativeliveminutes: number;
        averagearchiveminutes: number;
        averagecumulativearchiveminutes: number;
        totalcumulativeliveminutes: number;
        totalcumulativearchiveminutes: number;
        totalcumulativeminutes: number;
        totalmediaplayerminutes: number;
        totallivemediaplayerminutes: number;
        totalarchivemediaplayerminutes: number;
        /** Registrants who have not attended */
        noshowcount: number;
        registrationpagehits: number;
        numberofquestionsasked: number;
        numberofquestionsanswered: number;
        numberofpollspushed: number;
        numberofpollresponses: number;
        numberofsurveyspresented: number;
        numberofsurveyresponses: number;
        sharethiswidgetuniqueviews: number;
        sharethiswidgettotalviews: number;
        twitterwidgetuniqueviews: number;
        twitterwidgettotalviews: number;
        numberofctaclicks: number;
        numberofmeetingconversions: number;
        numberofdemoconversions: number;
        numberoffreetrialrequests: number;
        numberofdrifts: number;
        numberofgroupchatmessagessubmitted: number;
        numberofresourcesavailable: number;
        attendeeswhodownloadedresource: number;
        uniqueattendeeresourcedownloads: number;
        numberoftestssubmitted: number;
        numberoftestspassed: number;
        /** 0 to 10, one decimal */
        eventengagementscore: number;
      };
      eventid: number;
      clientid: number;
      /** Announced start; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      goodafter: string;
      isactive: boolean;
      regrequired: boolean;
      /** The title */
      description: string;
      promotionalsummary?: string;
      regnotificationrequired: boolean;
      displaytimezonecd: string;
      /** Label of the event type */
      eventtype: string;
      /** Creation; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      createtimestamp: string;
      localelanguagecd: string;
      localecountrycd?: string;
      /** Last change of the event itself; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      lastmodified: string;
      /** Last activity of the audience; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      lastupdated: string;
      iseliteexpired: string;
      /** Lobby opens; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      livestart: string;
      /** Live webinar ends; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      liveend: string;
      /** On demand from; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      archivestart: string;
      /** On demand until; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      archiveend: string;
      audienceurl: string;
      /** minutes */
      scheduledeventduration: number;
      eventprofile?: string;
      streamtype: string;
      audiencekey: string;
      reporturl: string;
      uploadurl: string;
      pmurl: string;
      previewurl: string;
      contenttype: string;
      campaigncode?: string;
      /** The campaign code */
      eventlocation?: string;
      createdby?: string;
      ishybridevent: boolean;
      partnerrefstats: readonly {
        code: string;
        count: number;
      }[];
      tags: readonly string[];
      funnelstages: readonly string[];
      istestevent: boolean;
      customaccounttags: readonly {
        groupid: number;
        groupname: string;
        tagid: number;
        tagname: string;
      }[];
      eventname: string;
      /** minutes */
      eventduration: number;
      /** Nothing to see after; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      goodtill: string;
    };
  };
  /** Right: Update Email Calendar Reminder. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.UpdateEmailCalendarReminder": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Email Calendar Reminder. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.EmailCalendarReminder": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Update Email Notification. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.UpdateEmailNotification": {
    params: {
      clientId: number;
      eventId: number;
      emailId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Related Content. 100 calls a minute. Not built yet: answers 501. */
  "EventManagement.CreateRelatedContent": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Slides. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.SlideListing": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Slides. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.UploadSlides": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Speaker Bio. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.CreateSpeakerBio": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Speaker Bio. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.DeleteSpeakerBio": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Survey Questions. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.CreateSurveyQuestionsAndAnswers": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Text With Banner. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.UpdateTextWithBannerWidget": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: VTT Files. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.DeleteVTTFiles": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Media Manager Upload. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.MediaManagerUploadDocument": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Media Manager Upload. 30 calls a minute. Not built yet: answers 501. */
  "EventManagement.MediaManagerUploadVideo": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Forget All Registrant (Event-Level). 30 calls a minute. Not built yet: answers 501. */
  "Registration.ForgetAllRegistrantEventlevel": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: REST Registration. 1000 calls a minute. */
  "Registration.RESTRegistrationAPI": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** N: fields that the page requires may be missing, even the address: Y or N */
      honorrequired?: string;
      /** N: fields with options take any value: Y or N */
      honorvalidation?: string;
    };
    form: {
      /** First Name */
      firstname?: string;
      /** Last Name */
      lastname?: string;
      /** Who is registered, compared without case; the same address again updates the person */
      email?: string;
      /** Company */
      company?: string;
      /** Job Title */
      jobtitle?: string;
      /** Address */
      addressstreet1?: string;
      /** Address 2 */
      addressstreet2?: string;
      /** City */
      city?: string;
      /** State/Province */
      state?: string;
      /** Zip/Postal Code */
      zip?: string;
      /** Country */
      country?: string;
      /** Home Phone */
      homephone?: string;
      /** Work Phone */
      workphone?: string;
      /** Fax */
      fax?: string;
      /** Job Function */
      jobfunction?: string;
      /** Industry */
      companyindustry?: string;
      /** Company Size */
      companysize?: string;
      /** Partner Reference */
      partnerref?: string;
      /** Custom 1 */
      std1?: string;
      /** Custom 2 */
      std2?: string;
      /** Custom 3 */
      std3?: string;
      /** Custom 4 */
      std4?: string;
      /** Custom 5 */
      std5?: string;
      /** Custom 6 */
      std6?: string;
      /** Custom 7 */
      std7?: string;
      /** Custom 8 */
      std8?: string;
      /** Custom 9 */
      std9?: string;
      /** Custom 10 */
      std10?: string;
      /** User Name */
      username?: string;
      /** External User Code */
      exteventusercd?: string;
      /** Other */
      other?: string;
      /** Notes */
      notes?: string;
      /** Marketing E-mails */
      marketingemail?: string;
      /** Event E-mails */
      eventemail?: string;
      /** E-mail Format */
      emailformat?: string;
      /** UTM Source */
      utmsource?: string;
      /** UTM Medium */
      utmmedium?: string;
      /** UTM Campaign */
      utmcampaign?: string;
      /** UTM Term */
      utmterm?: string;
      /** UTM Content */
      utmcontent?: string;
      /** Attendee Type */
      attendeetype?: string;
      /** Source Campaign Code */
      sourcecampaigncode?: string;
      /** Event that the person came from */
      sourceeventid?: string;
      /** Soft-deletes or restores somebody registered, until the event begins: Y or N */
      isdeleted?: string;
    };
    answer: {
      /** The person in this event */
      eventuserid: number;
      clientid?: number;
      eventid: number;
      /** First Name */
      firstname?: string;
      /** Last Name */
      lastname?: string;
      /** Email */
      email?: string;
      /** Company */
      company?: string;
      /** Job Title */
      jobtitle?: string;
      /** Address */
      addressstreet1?: string;
      /** Address 2 */
      addressstreet2?: string;
      /** City */
      city?: string;
      /** State/Province */
      state?: string;
      /** Zip/Postal Code */
      zip?: string;
      /** Country */
      country?: string;
      /** Home Phone */
      homephone?: string;
      /** Work Phone */
      workphone?: string;
      /** Fax */
      fax?: string;
      /** Job Function */
      jobfunction?: string;
      /** Industry */
      companyindustry?: string;
      /** Company Size */
      companysize?: string;
      /** Partner Reference */
      partnerref?: string;
      /** Custom 1 */
      std1?: string;
      /** Custom 2 */
      std2?: string;
      /** Custom 3 */
      std3?: string;
      /** Custom 4 */
      std4?: string;
      /** Custom 5 */
      std5?: string;
      /** Custom 6 */
      std6?: string;
      /** Custom 7 */
      std7?: string;
      /** Custom 8 */
      std8?: string;
      /** Custom 9 */
      std9?: string;
      /** Custom 10 */
      std10?: string;
      /** User Name */
      username?: string;
      /** External User Code */
      exteventusercd?: string;
      /** Other */
      other?: string;
      /** Notes */
      notes?: string;
      /** Marketing E-mails */
      marketingemail?: string;
      /** Event E-mails */
      eventemail?: string;
      /** E-mail Format */
      emailformat?: string;
      /** UTM Source */
      utmsource?: string;
      /** UTM Medium */
      utmmedium?: string;
      /** UTM Campaign */
      utmcampaign?: string;
      /** UTM Term */
      utmterm?: string;
      /** UTM Content */
      utmcontent?: string;
      /** Attendee Type */
      attendeetype?: string;
      /** Source Campaign Code */
      sourcecampaigncode?: string;
      isblocked?: string;
      sourceeventid?: number;
      /** Campaign code of the event */
      campaigncode?: string;
      /** Where the person registered from */
      ipaddress?: string;
      /** Browser the person registered with */
      browser?: string;
      /** Operating system the person registered with */
      os?: string;
      /** Registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      createtimestamp: string;
      /** Last change of the registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      lastactivity: string;
      /** active, deleted or forgotten */
      userstatus: string;
    };
  };
  /** Right: Update Registrant (Event-Level). 1000 calls a minute. Not built yet: answers 501. */
  "Registration.UpdateRegistrantEventlevel": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Event-Level Registrants. 100 calls a minute. */
  "AnalyticsEventLevel.Registrants": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** From this date or time */
      startdate?: string;
      /** Until this date or time, included */
      enddate?: string;
      /** Days of a rolling window, 1 to 180; instead of dates */
      dateinterval?: string;
      /** Days back from now that the window ends at */
      dateintervaloffset?: string;
      /** Zone whose days count, one of /timezones; America/Los_Angeles by default */
      dateintervaltimezone?: string;
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default */
      itemsperpage?: string;
      /** active people without it; any, all (active and deleted), deleted, or forgotten */
      userstatus?: string;
      /** Deprecated: only the forgotten: Y or N */
      filterforgotten?: string;
      /** Leave out people registered without an address: Y or N */
      excludeanonymous?: string;
      /** Only from this partner reference */
      partnerref?: string;
      /** lastactivity: dates are of the last activity instead of the registration */
      datefiltermode?: string;
      /** Only this address, compared without case */
      email?: string;
      /** Only people who did not attend: Y or N */
      noshow?: string;
    };
    form: undefined;
    answer: {
      eventid: number;
      totalregistrants: number;
      pagecount?: number;
      currentpage?: number;
      registrants: readonly {
        /** The person in this event */
        eventuserid: number;
        clientid?: number;
        eventid: number;
        /** First Name */
        firstname?: string;
        /** Last Name */
        lastname?: string;
        /** Email */
        email?: string;
        /** Company */
        company?: string;
        /** Job Title */
        jobtitle?: string;
        /** Address */
        addressstreet1?: string;
        /** Address 2 */
        addressstreet2?: string;
        /** City */
        city?: string;
        /** State/Province */
        state?: string;
        /** Zip/Postal Code */
        zip?: string;
        /** Country */
        country?: string;
        /** Home Phone */
        homephone?: string;
        /** Work Phone */
        workphone?: string;
        /** Fax */
        fax?: string;
        /** Job Function */
        jobfunction?: string;
        /** Industry */
        companyindustry?: string;
        /** Company Size */
        companysize?: string;
        /** Partner Reference */
        partnerref?: string;
        /** Custom 1 */
        std1?: string;
        /** Custom 2 */
        std2?: string;
        /** Custom 3 */
        std3?: string;
        /** Custom 4 */
        std4?: string;
        /** Custom 5 */
        std5?: string;
        /** Custom 6 */
        std6?: string;
        /** Custom 7 */
        std7?: string;
        /** Custom 8 */
        std8?: string;
        /** Custom 9 */
        std9?: string;
        /** Custom 10 */
        std10?: string;
        /** User Name */
        username?: string;
        /** External User Code */
        exteventusercd?: string;
        /** Other */
        other?: string;
        /** Notes */
        notes?: string;
        /** Marketing E-mails */
        marketingemail?: string;
        /** Event E-mails */
        eventemail?: string;
        /** E-mail Format */
        emailformat?: string;
        /** UTM Source */
        utmsource?: string;
        /** UTM Medium */
        utmmedium?: string;
        /** UTM Campaign */
        utmcampaign?: string;
        /** UTM Term */
        utmterm?: string;
        /** UTM Content */
        utmcontent?: string;
        /** Attendee Type */
        attendeetype?: string;
        /** Source Campaign Code */
        sourcecampaigncode?: string;
        isblocked?: string;
        sourceeventid?: number;
        /** Campaign code of the event */
        campaigncode?: string;
        /** Where the person registered from */
        ipaddress?: string;
        /** Browser the person registered with */
        browser?: string;
        /** Operating system the person registered with */
        os?: string;
        /** Registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        /** Last change of the registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastactivity: string;
        /** active, deleted or forgotten */
        userstatus: string;
      }[];
    };
  };
  /** Right: Forget Registrant (Client-Level). 30 calls a minute. Not built yet: answers 501. */
  "Registration.ForgetRegistrantClientlevel": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Forget All Registrant (Client-Level). 30 calls a minute. Not built yet: answers 501. */
  "Registration.ForgetAllRegistrantClientlevel": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Update Registrant (Client-Level). 30 calls a minute. Not built yet: answers 501. */
  "Registration.UpdateRegistrantClientlevel": {
    params: {
      clientId: number;
      email: string;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Registrant (by email). 100 calls a minute. */
  "AnalyticsClientLevel.RegistrantByEmail": {
    params: {
      clientId: number;
      email: string;
    };
    query: {
      /** Only from this partner reference */
      partnerref?: string;
      /** Only in this event */
      eventid?: string;
    };
    form: undefined;
    answer: {
      registrant: {
        /** The person in this event */
        eventuserid: number;
        clientid?: number;
        eventid: number;
        /** First Name */
        firstname?: string;
        /** Last Name */
        lastname?: string;
        /** Email */
        email?: string;
        /** Company */
        company?: string;
        /** Job Title */
        jobtitle?: string;
        /** Address */
        addressstreet1?: string;
        /** Address 2 */
        addressstreet2?: string;
        /** City */
        city?: string;
        /** State/Province */
        state?: string;
        /** Zip/Postal Code */
        zip?: string;
        /** Country */
        country?: string;
        /** Home Phone */
        homephone?: string;
        /** Work Phone */
        workphone?: string;
        /** Fax */
        fax?: string;
        /** Job Function */
        jobfunction?: string;
        /** Industry */
        companyindustry?: string;
        /** Company Size */
        companysize?: string;
        /** Partner Reference */
        partnerref?: string;
        /** Custom 1 */
        std1?: string;
        /** Custom 2 */
        std2?: string;
        /** Custom 3 */
        std3?: string;
        /** Custom 4 */
        std4?: string;
        /** Custom 5 */
        std5?: string;
        /** Custom 6 */
        std6?: string;
        /** Custom 7 */
        std7?: string;
        /** Custom 8 */
        std8?: string;
        /** Custom 9 */
        std9?: string;
        /** Custom 10 */
        std10?: string;
        /** User Name */
        username?: string;
        /** External User Code */
        exteventusercd?: string;
        /** Other */
        other?: string;
        /** Notes */
        notes?: string;
        /** Marketing E-mails */
        marketingemail?: string;
        /** Event E-mails */
        eventemail?: string;
        /** E-mail Format */
        emailformat?: string;
        /** UTM Source */
        utmsource?: string;
        /** UTM Medium */
        utmmedium?: string;
        /** UTM Campaign */
        utmcampaign?: string;
        /** UTM Term */
        utmterm?: string;
        /** UTM Content */
        utmcontent?: string;
        /** Attendee Type */
        attendeetype?: string;
        /** Source Campaign Code */
        sourcecampaigncode?: string;
        isblocked?: string;
        sourceeventid?: number;
        /** Campaign code of the event */
        campaigncode?: string;
        /** Where the person registered from */
        ipaddress?: string;
        /** Browser the person registered with */
        browser?: string;
        /** Operating system the person registered with */
        os?: string;
        /** Registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        /** Last change of the registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastactivity: string;
        /** active, deleted or forgotten */
        userstatus: string;
      };
    };
  };
  /** Right: Sub-Clients. 30 calls a minute. */
  "AnalyticsClientLevel.SubClients": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      clientname: string;
      subclients: readonly Record<string, unknown>[];
    };
  };
  /** Right: Client-Level Attendees. 100 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.Attendees": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Attendee (by email). 100 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.AttendeeByEmail": {
    params: {
      clientId: number;
      email: string;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Attendee (by email). 100 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.AttendeesByEmailMultipleEvents": {
    params: {
      clientId: number;
      email: string;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Engaged Accounts. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.EngagedAccounts": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Leads. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.Leads": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: PEP. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.PEP": {
    params: {
      clientId: number;
      email: string;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Client-Level Presenters. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.Presenters": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Client-Level Registrants. 100 calls a minute. */
  "AnalyticsClientLevel.Registrants": {
    params: {
      clientId: number;
    };
    query: {
      /** From this date or time */
      startdate?: string;
      /** Until this date or time, included */
      enddate?: string;
      /** Days of a rolling window, 1 to 180; instead of dates */
      dateinterval?: string;
      /** Days back from now that the window ends at */
      dateintervaloffset?: string;
      /** Zone whose days count, one of /timezones; America/Los_Angeles by default */
      dateintervaltimezone?: string;
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default */
      itemsperpage?: string;
      /** active people without it; any, all (active and deleted), deleted, or forgotten */
      userstatus?: string;
      /** Deprecated: only the forgotten: Y or N */
      filterforgotten?: string;
      /** Leave out people registered without an address: Y or N */
      excludeanonymous?: string;
      /** Only from this partner reference */
      partnerref?: string;
      /** lastactivity: dates are of the last activity instead of the registration */
      datefiltermode?: string;
      /** Leave sub-clients out: Y or N */
      excludesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
      /** Leave out people registered after the live webinar ended: Y or N */
      excludelive?: string;
    };
    form: undefined;
    answer: {
      clientid: number;
      totalregistrants: number;
      pagecount?: number;
      currentpage?: number;
      registrants: readonly {
        /** The person in this event */
        eventuserid: number;
        clientid?: number;
        eventid: number;
        /** First Name */
        firstname?: string;
        /** Last Name */
        lastname?: string;
        /** Email */
        email?: string;
        /** Company */
        company?: string;
        /** Job Title */
        jobtitle?: string;
        /** Address */
        addressstreet1?: string;
        /** Address 2 */
        addressstreet2?: string;
        /** City */
        city?: string;
        /** State/Province */
        state?: string;
        /** Zip/Postal Code */
        zip?: string;
        /** Country */
        country?: string;
        /** Home Phone */
        homephone?: string;
        /** Work Phone */
        workphone?: string;
        /** Fax */
        fax?: string;
        /** Job Function */
        jobfunction?: string;
        /** Industry */
        companyindustry?: string;
        /** Company Size */
        companysize?: string;
        /** Partner Reference */
        partnerref?: string;
        /** Custom 1 */
        std1?: string;
        /** Custom 2 */
        std2?: string;
        /** Custom 3 */
        std3?: string;
        /** Custom 4 */
        std4?: string;
        /** Custom 5 */
        std5?: string;
        /** Custom 6 */
        std6?: string;
        /** Custom 7 */
        std7?: string;
        /** Custom 8 */
        std8?: string;
        /** Custom 9 */
        std9?: string;
        /** Custom 10 */
        std10?: string;
        /** User Name */
        username?: string;
        /** External User Code */
        exteventusercd?: string;
        /** Other */
        other?: string;
        /** Notes */
        notes?: string;
        /** Marketing E-mails */
        marketingemail?: string;
        /** Event E-mails */
        eventemail?: string;
        /** E-mail Format */
        emailformat?: string;
        /** UTM Source */
        utmsource?: string;
        /** UTM Medium */
        utmmedium?: string;
        /** UTM Campaign */
        utmcampaign?: string;
        /** UTM Term */
        utmterm?: string;
        /** UTM Content */
        utmcontent?: string;
        /** Attendee Type */
        attendeetype?: string;
        /** Source Campaign Code */
        sourcecampaigncode?: string;
        isblocked?: string;
        sourceeventid?: number;
        /** Campaign code of the event */
        campaigncode?: string;
        /** Where the person registered from */
        ipaddress?: string;
        /** Browser the person registered with */
        browser?: string;
        /** Operating system the person registered with */
        os?: string;
        /** Registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        /** Last change of the registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastactivity: string;
        /** active, deleted or forgotten */
        userstatus: string;
      }[];
    };
  };
  /** Right: Registrant (by email). 100 calls a minute. */
  "AnalyticsClientLevel.RegistrantsByEmailMultipleEvents": {
    params: {
      clientId: number;
      email: string;
    };
    query: {
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default */
      itemsperpage?: string;
      /** Leave sub-clients out: Y or N */
      excludesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
    };
    form: undefined;
    answer: {
      clientid: number;
      totalregistrants: number;
      pagecount?: number;
      currentpage?: number;
      registrants: readonly {
        /** The person in this event */
        eventuserid: number;
        clientid?: number;
        eventid: number;
        /** First Name */
        firstname?: string;
        /** Last Name */
        lastname?: string;
        /** Email */
        email?: string;
        /** Company */
        company?: string;
        /** Job Title */
        jobtitle?: string;
        /** Address */
        addressstreet1?: string;
        /** Address 2 */
        addressstreet2?: string;
        /** City */
        city?: string;
        /** State/Province */
        state?: string;
        /** Zip/Postal Code */
        zip?: string;
        /** Country */
        country?: string;
        /** Home Phone */
        homephone?: string;
        /** Work Phone */
        workphone?: string;
        /** Fax */
        fax?: string;
        /** Job Function */
        jobfunction?: string;
        /** Industry */
        companyindustry?: string;
        /** Company Size */
        companysize?: string;
        /** Partner Reference */
        partnerref?: string;
        /** Custom 1 */
        std1?: string;
        /** Custom 2 */
        std2?: string;
        /** Custom 3 */
        std3?: string;
        /** Custom 4 */
        std4?: string;
        /** Custom 5 */
        std5?: string;
        /** Custom 6 */
        std6?: string;
        /** Custom 7 */
        std7?: string;
        /** Custom 8 */
        std8?: string;
        /** Custom 9 */
        std9?: string;
        /** Custom 10 */
        std10?: string;
        /** User Name */
        username?: string;
        /** External User Code */
        exteventusercd?: string;
        /** Other */
        other?: string;
        /** Notes */
        notes?: string;
        /** Marketing E-mails */
        marketingemail?: string;
        /** Event E-mails */
        eventemail?: string;
        /** E-mail Format */
        emailformat?: string;
        /** UTM Source */
        utmsource?: string;
        /** UTM Medium */
        utmmedium?: string;
        /** UTM Campaign */
        utmcampaign?: string;
        /** UTM Term */
        utmterm?: string;
        /** UTM Content */
        utmcontent?: string;
        /** Attendee Type */
        attendeetype?: string;
        /** Source Campaign Code */
        sourcecampaigncode?: string;
        isblocked?: string;
        sourceeventid?: number;
        /** Campaign code of the event */
        campaigncode?: string;
        /** Where the person registered from */
        ipaddress?: string;
        /** Browser the person registered with */
        browser?: string;
        /** Operating system the person registered with */
        os?: string;
        /** Registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        /** Last change of the registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastactivity: string;
        /** active, deleted or forgotten */
        userstatus: string;
      }[];
    };
  };
  /** Right: Survey Library. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.ClientSurveyLibrary": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: User Questions. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsClientLevel.UserQuestions": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Event-Level Attendees. 100 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.Attendees": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Attendee Viewing Sessions. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.AttendeeViewingSessions": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Certifications. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.Certifications": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Engagement Hub Content Activity. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.EngagementHubContentActivity": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Call To Action. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.CallToAction": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Email Notification Details. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.EmailNotificationDetails": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Email Statistics. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.EmailStatistics": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Group Chat Activity. 60 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.GroupChatActivity": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Polls. 60 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.Polls": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Event-Level Presenters. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.Presenters": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Presentation Manager Chat Logs. 30 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.PresentationManagerChatLogs": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Resources Viewed. 60 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.ResourcesViewed": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Surveys. 60 calls a minute. Not built yet: answers 501. */
  "AnalyticsEventLevel.Surveys": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Engagement Hub Content Listing. 30 calls a minute. Not built yet: answers 501. */
  "ContentListings.EngagementHubContentListing": {
    params: {
      clientId: number;
      gatewayId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Media Manager Content. 30 calls a minute. Not built yet: answers 501. */
  "ContentListings.MediaManagerDerivativeContent": {
    params: {
      clientId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Media Manager Content. 30 calls a minute. Not built yet: answers 501. */
  "ContentListings.MediaManagerDerivativeContentText": {
    params: {
      clientId: number;
      mediaId: number;
    };
    query: Unknown;
    form: Unknown;
    answer: unknown;
  };
  /** Right: Retrieve Account Managers. 30 calls a minute. */
  "Helpers.RetrieveAccountManagers": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      accountmanagers: readonly {
        accountmangerid: number;
        firstname: string;
        lastname: string;
        email: string;
        primaryphone?: string;
        secondaryphone?: string;
      }[];
    };
  };
  /** Right: Custom Account Tags. 30 calls a minute. */
  "Helpers.CustomAccountTags": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      customaccounttags: readonly {
        groupid: number;
        groupname: string;
        tags: readonly {
          tagid: number;
          tagname: string;
        }[];
      }[];
    };
  };
  /** Right: Retrieve Registration Fields. 30 calls a minute. */
  "Helpers.RetrieveRegistrationFields": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      registrationfields: readonly {
        fieldid: string;
        fieldcaption: string;
        fieldtype: string;
        validationtype: string;
        /** Y or N */
        required: string;
        options?: readonly string[];
      }[];
    };
  };
  /** Right: Retrieve Event Managers. 30 calls a minute. */
  "Helpers.RetrieveEventManagers": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventmanagers: readonly {
        adminid: string;
        firstname: string;
        lastname: string;
        email: string;
        primaryphone?: string;
        secondaryphone?: string;
      }[];
    };
  };
  /** Right: Retrieve Event Profiles. 30 calls a minute. */
  "Helpers.RetrieveEventProfiles": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventprofiles: readonly {
        eventprofileid: string;
        eventprofilename: string;
      }[];
    };
  };
  /** Right: Retrieve Event Types. 30 calls a minute. */
  "Helpers.RetrieveEventTypes": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventtypes: readonly {
        label: string;
        value: string;
      }[];
    };
  };
  /** Right: Retrieve Language Codes. 30 calls a minute. */
  "Helpers.RetrieveLanguageCodes": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      languagecodes: readonly {
        label: string;
        countrycd?: string;
        languagecd: string;
      }[];
    };
  };
  /** Right: Retrieve Sales Rep Contacts. 30 calls a minute. */
  "Helpers.RetrieveSalesRepContacts": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      salesreps: readonly {
        salesrepid: string;
        firstname: string;
        lastname: string;
        email: string;
        primaryphone?: string;
        secondaryphone?: string;
      }[];
    };
  };
  /** Right: Retrieve Signal Contacts. 30 calls a minute. */
  "Helpers.RetrieveSignalContacts": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      signalreps: readonly {
        signalrepid: string;
        firstname: string;
        lastname: string;
        email: string;
        primaryphone?: string;
        secondaryphone?: string;
      }[];
    };
  };
  /** Right: Retrieve Technical Rep Contacts. 30 calls a minute. */
  "Helpers.RetrieveTechnicalRepContacts": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      technicalcontacts: readonly {
        contactid: number;
        contactname: string;
      }[];
    };
  };
  /** Right: Retrieve Timezones Codes. 30 calls a minute. */
  "Helpers.RetrieveTimezonesCodes": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      timezones: readonly {
        label: string;
        value: string;
      }[];
    };
  };
  /** Right: Retrieve Replacement Tokens. 30 calls a minute. */
  "Helpers.RetrieveReplacementTokens": {
    params: {
      clientId: number;
    };
    query: {
      /** Where the token can be used: summary, email, or All */
      context?: string;
    };
    form: undefined;
    answer: {
      replacementtokens: readonly {
        label: string;
        value: string;
        description: string;
        context: string;
      }[];
    };
  };
  /** Right: Users. 30 calls a minute. */
  "Helpers.Users": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      users: readonly {
        name: string;
        userName: string;
        email: string;
        jobTitle?: string;
        type: string;
        account: string;
        /** YYYY-MM-DD, Pacific */
        lastLoginDate?: string;
        clientId: number;
        permissions?: Record<string, boolean>;
      }[];
    };
  };
}

/** Lectern's own API for operators, by operation id. */
export interface OperatorOperations {
  /** Create a client */
  createClient: {
    params: undefined;
    query: undefined;
    form: {
      name: string;
      id?: number;
      parentId?: number;
    };
    answer: {
      id: number;
      name: string;
    };
  };
  /** Create a staff user */
  createUser: {
    params: {
      clientId: number;
    };
    query: undefined;
    form: {
      userName: string;
      name: string;
      email: string;
      jobTitle?: string;
      type?: "Platform Login" | "Contributor";
      password?: string;
      permissions?: readonly ("Account Analytics" | "Create Events" | "Event Analytics" | "Manage Audience Console Layout" | "Manage Brand Settings" | "Manage Engagement Hub(s)" | "Manage Forums" | "Manage Forums Basic" | "Manage Go Live" | "Manage Integrations" | "Manage Target Experience" | "Manage Users" | "Order Services" | "Workgroup Access (View and Edit all events)")[];
    };
    answer: {
      id: number;
      userName: string;
    };
  };
  /** List the tokens of a client */
  listTokens: {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      tokens: readonly {
        tokenId: number;
        clientId: number;
        name: string;
        key: string;
        access: readonly string[];
        isActive: boolean;
        createdAt: string;
        lastUsedAt?: string;
        /** operator or idle */
        disabledBecause?: string;
      }[];
    };
  };
  /** The answer is the one time that the secret can be read. */
  issueToken: {
    params: {
      clientId: number;
    };
    query: undefined;
    form: {
      name: string;
      /** Names of rights, or all */
      access: readonly string[];
      userName?: string;
    };
    answer: {
      tokenId: number;
      clientId: number;
      /** 32 upper-case hex digits */
      key: string;
      /** 128 lower-case hex digits; shown only now */
      secret: string;
    };
  };
  /** Replace the pair of a token */
  rotateToken: {
    params: {
      clientId: number;
      tokenId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      tokenId: number;
      clientId: number;
      /** 32 upper-case hex digits */
      key: string;
      /** 128 lower-case hex digits; shown only now */
      secret: string;
    };
  };
  /** Disable a token */
  disableToken: {
    params: {
      clientId: number;
      tokenId: number;
    };
    query: undefined;
    form: undefined;
    answer: undefined;
  };
  /** Enable a token */
  enableToken: {
    params: {
      clientId: number;
      tokenId: number;
    };
    query: undefined;
    form: undefined;
    answer: undefined;
  };
  /** Create a demo client with webinars and a token */
  createDemo: {
    params: undefined;
    query: undefined;
    form: undefined;
    answer: {
      clientId: number;
      subClientId: number;
      upcomingEventId: number;
      endedEventId: number;
      token: {
        tokenId: number;
        clientId: number;
        /** 32 upper-case hex digits */
        key: string;
        /** 128 lower-case hex digits; shown only now */
        secret: string;
      };
    };
  };
}

export const routes = {
  "EventManagement.CreateAWebinar": "POST /client/{clientId}/event",
  "AnalyticsClientLevel.Events": "GET /client/{clientId}/event",
  "EventManagement.UpdateAWebinar": "PUT /client/{clientId}/event/{eventId}",
  "EventManagement.DeleteWebinar": "DELETE /client/{clientId}/event/{eventId}",
  "AnalyticsEventLevel.MetadataAndUsage": "GET /client/{clientId}/event/{eventId}",
  "EventManagement.UpdateEmailCalendarReminder": "PUT /client/{clientId}/event/{eventId}/calendarreminder",
  "AnalyticsEventLevel.EmailCalendarReminder": "GET /client/{clientId}/event/{eventId}/calendarreminder",
  "EventManagement.UpdateEmailNotification": "PUT /client/{clientId}/event/{eventId}/email/{emailId}",
  "EventManagement.CreateRelatedContent": "POST /client/{clientId}/event/{eventId}/relatedcontent",
  "EventManagement.SlideListing": "GET /client/{clientId}/event/{eventId}/slides",
  "EventManagement.UploadSlides": "POST /client/{clientId}/event/{eventId}/slides",
  "EventManagement.CreateSpeakerBio": "POST /client/{clientId}/event/{eventId}/speakerbio",
  "EventManagement.DeleteSpeakerBio": "DELETE /client/{clientId}/event/{eventId}/speakerbio",
  "EventManagement.CreateSurveyQuestionsAndAnswers": "POST /client/{clientId}/event/{eventId}/surveyquestions",
  "EventManagement.UpdateTextWithBannerWidget": "POST /client/{clientId}/event/{eventId}/textwithbanner",
  "EventManagement.DeleteVTTFiles": "DELETE /client/{clientId}/event/{eventId}/vtt",
  "EventManagement.MediaManagerUploadDocument": "POST /client/{clientId}/mediamanager/document",
  "EventManagement.MediaManagerUploadVideo": "POST /client/{clientId}/mediamanager/uploadvideo",
  "Registration.ForgetAllRegistrantEventlevel": "POST /client/{clientId}/event/{eventId}/forgetall",
  "Registration.RESTRegistrationAPI": "POST /client/{clientId}/event/{eventId}/registrant",
  "Registration.UpdateRegistrantEventlevel": "PATCH /client/{clientId}/event/{eventId}/registrant",
  "AnalyticsEventLevel.Registrants": "GET /client/{clientId}/event/{eventId}/registrant",
  "Registration.ForgetRegistrantClientlevel": "POST /client/{clientId}/forget",
  "Registration.ForgetAllRegistrantClientlevel": "POST /client/{clientId}/forgetall",
  "Registration.UpdateRegistrantClientlevel": "PATCH /client/{clientId}/registrant/{email}",
  "AnalyticsClientLevel.RegistrantByEmail": "GET /client/{clientId}/registrant/{email}",
  "AnalyticsClientLevel.SubClients": "GET /client/{clientId}",
  "AnalyticsClientLevel.Attendees": "GET /client/{clientId}/attendee",
  "AnalyticsClientLevel.AttendeeByEmail": "GET /client/{clientId}/attendee/{email}",
  "AnalyticsClientLevel.AttendeesByEmailMultipleEvents": "GET /client/{clientId}/attendee/{email}/allevents",
  "AnalyticsClientLevel.EngagedAccounts": "GET /client/{clientId}/engagedaccount",
  "AnalyticsClientLevel.Leads": "GET /client/{clientId}/lead",
  "AnalyticsClientLevel.PEP": "GET /client/{clientId}/lead/{email}",
  "AnalyticsClientLevel.Presenters": "GET /client/{clientId}/presenter",
  "AnalyticsClientLevel.Registrants": "GET /client/{clientId}/registrant",
  "AnalyticsClientLevel.RegistrantsByEmailMultipleEvents": "GET /client/{clientId}/registrant/{email}/allevents",
  "AnalyticsClientLevel.ClientSurveyLibrary": "GET /client/{clientId}/surveylibrary",
  "AnalyticsClientLevel.UserQuestions": "GET /client/{clientId}/userquestions",
  "AnalyticsEventLevel.Attendees": "GET /client/{clientId}/event/{eventId}/attendee",
  "AnalyticsEventLevel.AttendeeViewingSessions": "GET /client/{clientId}/event/{eventId}/attendeesession",
  "AnalyticsEventLevel.Certifications": "GET /client/{clientId}/event/{eventId}/certifications",
  "AnalyticsEventLevel.EngagementHubContentActivity": "GET /client/{clientId}/event/{eventId}/contentactivity",
  "AnalyticsEventLevel.CallToAction": "GET /client/{clientId}/event/{eventId}/cta",
  "AnalyticsEventLevel.EmailNotificationDetails": "GET /client/{clientId}/event/{eventId}/email",
  "AnalyticsEventLevel.EmailStatistics": "GET /client/{clientId}/event/{eventId}/emailstatistics",
  "AnalyticsEventLevel.GroupChatActivity": "GET /client/{clientId}/event/{eventId}/groupchat",
  "AnalyticsEventLevel.Polls": "GET /client/{clientId}/event/{eventId}/poll",
  "AnalyticsEventLevel.Presenters": "GET /client/{clientId}/event/{eventId}/presenter",
  "AnalyticsEventLevel.PresentationManagerChatLogs": "GET /client/{clientId}/event/{eventId}/presenterchat",
  "AnalyticsEventLevel.ResourcesViewed": "GET /client/{clientId}/event/{eventId}/resource",
  "AnalyticsEventLevel.Surveys": "GET /client/{clientId}/event/{eventId}/survey",
  "ContentListings.EngagementHubContentListing": "GET /client/{clientId}/ehub/{gatewayId}/content",
  "ContentListings.MediaManagerDerivativeContent": "GET /client/{clientId}/mediamanager",
  "ContentListings.MediaManagerDerivativeContentText": "GET /client/{clientId}/mediamanager/{mediaId}",
  "Helpers.RetrieveAccountManagers": "GET /client/{clientId}/accountmanager",
  "Helpers.CustomAccountTags": "GET /client/{clientId}/customaccounttag",
  "Helpers.RetrieveRegistrationFields": "GET /client/{clientId}/event/{eventId}/regfield",
  "Helpers.RetrieveEventManagers": "GET /client/{clientId}/eventmanager",
  "Helpers.RetrieveEventProfiles": "GET /client/{clientId}/eventprofile",
  "Helpers.RetrieveEventTypes": "GET /client/{clientId}/eventtypes",
  "Helpers.RetrieveLanguageCodes": "GET /client/{clientId}/languages",
  "Helpers.RetrieveSalesRepContacts": "GET /client/{clientId}/salesrep",
  "Helpers.RetrieveSignalContacts": "GET /client/{clientId}/signalrep",
  "Helpers.RetrieveTechnicalRepContacts": "GET /client/{clientId}/technicalrep",
  "Helpers.RetrieveTimezonesCodes": "GET /client/{clientId}/timezones",
  "Helpers.RetrieveReplacementTokens": "GET /client/{clientId}/tokens",
  "Helpers.Users": "GET /client/{clientId}/users",
} as const;

export const operatorRoutes = {
  createClient: "POST /clients",
  createUser: "POST /clients/{clientId}/users",
  listTokens: "GET /clients/{clientId}/tokens",
  issueToken: "POST /clients/{clientId}/tokens",
  rotateToken: "POST /clients/{clientId}/tokens/{tokenId}/rotate",
  disableToken: "POST /clients/{clientId}/tokens/{tokenId}/disable",
  enableToken: "POST /clients/{clientId}/tokens/{tokenId}/enable",
  createDemo: "POST /demo",
} as const;
