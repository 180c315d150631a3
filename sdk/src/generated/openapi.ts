// Generated from the routes by `npm run generate`; do not edit.

/** Of an operation that Lectern has not built yet: whatever the other side understands. */
type Unknown = Record<string, string>;

/** Name of the part of the form that holds a file. */
type FilePart<Name extends string> = Name;

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
      /** One of /timezones; where a start is not sent with it, the time of day stays */
      timezone?: string;
      /** Up to 250 characters */
      title?: string;
      /** One of /eventtypes that can be created */
      eventtype?: string;
      /** One of /languages */
      languagecd?: string;
      /** With languagecd zh: CN or TW; with en: UK */
      countrycd?: string;
      /** MM/DD/YYYY hh:mm a in the event's zone, ISO, ISO with offset, or JavaScript's Date.toString() */
      livestart?: string;
      /** 15 to 480 minutes in steps of 15 up to 120 and of 30 above */
      liveduration?: string;
      /** What the webinar is about */
      eventabstract?: string;
      /** What it is promoted with */
      promotionalsummary?: string;
      /** Name of the venue */
      venue?: string;
      /** Address of the venue */
      address?: string;
      /** Campaign code */
      campaigncode?: string;
      /** On demand afterwards: Y or N */
      archiveavailable?: string;
      /** Only a test: Y or N */
      testevent?: string;
      /** Also at a venue: Y or N */
      hybrid?: string;
      /** Campaign tag; up to 10, repeated, in place of the present ones */
      tagcampaign?: string;
      /** Account tag id, one of /customaccounttag; up to 3, repeated, in place of the present ones */
      customaccounttag?: string;
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
        monthsAvailableToExtend: number;
        canExtendArchive: boolean;
        archiveAvailable: boolean;
        autoArchiveProcessed: boolean;
        canManipulateArchive: boolean;
        canToggleArchiveAvailability: boolean;
        showFaaBridgeNumber: boolean;
        showColossusLink: boolean;
        languageCd: string;
        /** Empty when the language has no variants */
        countryCd: string;
        campaignCode?: string;
        /** 0 when not a copy */
        sourceEventId: number;
        rolloverAudio: boolean;
        rolloverAudioDisabled: boolean;
        tags: readonly string[];
        customaccounttags: readonly {
          groupid: number;
          groupname: string;
          tagid: number;
          tagname: string;
        }[];
        defaultPlayerConsoleTemplateId: number;
        simuliveWaitingMode: boolean;
        PMUrl: string;
        simuliveEPMode: boolean;
        simuliveMode: boolean;
        hybrid: string;
        venue?: string;
        address?: string;
        testevent: string;
        /** Broadcast Video only */
        encoders?: readonly {
          encoder: string;
          /** RTMP server */
          url: string;
          /** Stream name: secret */
          streamid: string;
        }[];
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
      /** Items of a page; 100 by default, 1000 at most */
      itemsperpage?: string;
      /** Those of sub-clients too: Y or N */
      includesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
      /** Which time the dates are of: goodafter (default), updated, modified, creation, livestart, liveend, archivestart, archiveend */
      datefiltermode?: string;
      /** By that time: asc (default), desc */
      filterorder?: string;
      /** Inactive events too: Y or N */
      includeinactive?: string;
      /** all (default), webcast, forum, video, pdf, webpage, article, image, podcast, experience, gateway, golive */
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
        speakers: readonly {
          name: string;
          title?: string;
          company?: string;
          description?: string;
        }[];
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
  /** Right: Update a Webinar. 60 calls a minute. */
  "EventManagement.UpdateAWebinar": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: {
      /** One of /timezones; where a start is not sent with it, the time of day stays */
      timezone?: string;
      /** Up to 255 characters */
      title?: string;
      /** One of /eventtypes that can be created */
      eventtype?: string;
      /** One of /languages */
      languagecd?: string;
      /** With languagecd zh: CN or TW; with en: UK */
      countrycd?: string;
      /** MM/DD/YYYY hh:mm a in the event's zone, ISO, ISO with offset, or JavaScript's Date.toString() */
      livestart?: string;
      /** 15 to 480 minutes in steps of 15 up to 120 and of 30 above */
      liveduration?: string;
      /** What it is promoted with */
      promotionalsummary?: string;
      /** Campaign code */
      campaigncode?: string;
      /** On demand afterwards: Y or N */
      archiveavailable?: string;
      /** Open to new registrants: Y or N */
      enableregistration?: string;
      /** Campaign tag; up to 10, repeated, in place of the present ones */
      tagcampaign?: string;
      /** Account tag id, one of /customaccounttag; up to 3, repeated, in place of the present ones */
      customaccounttag?: string;
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
        monthsAvailableToExtend: number;
        canExtendArchive: boolean;
        archiveAvailable: boolean;
        autoArchiveProcessed: boolean;
        canManipulateArchive: boolean;
        canToggleArchiveAvailability: boolean;
        showFaaBridgeNumber: boolean;
        showColossusLink: boolean;
        languageCd: string;
        /** Empty when the language has no variants */
        countryCd: string;
        campaignCode?: string;
        /** 0 when not a copy */
        sourceEventId: number;
        rolloverAudio: boolean;
        rolloverAudioDisabled: boolean;
        tags: readonly string[];
        customaccounttags: readonly {
          groupid: number;
          groupname: string;
          tagid: number;
          tagname: string;
        }[];
        defaultPlayerConsoleTemplateId: number;
        simuliveWaitingMode: boolean;
        pmurl: string;
        simuliveEPMode: boolean;
        simuliveMode: boolean;
        hybrid: string;
        venue?: string;
        address?: string;
        testevent: string;
        /** Broadcast Video only */
        encoders?: readonly {
          encoder: string;
          /** RTMP server */
          url: string;
          /** Stream name: secret */
          streamid: string;
        }[];
      };
    };
  };
  /** Right: Delete a Webinar. 30 calls a minute. */
  "EventManagement.DeleteWebinar": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      message: string;
    };
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
      speakers: readonly {
        name: string;
        title?: string;
        company?: string;
        description?: string;
      }[];
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
  /** Right: Update Email Calendar Reminder. 30 calls a minute. */
  "EventManagement.UpdateEmailCalendarReminder": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: {
      /** None, 0 Minutes, 5 Minutes … 1 Day; not once the event has started */
      reminder?: string;
      /** Up to 250 characters, with replacement tokens */
      subject?: string;
      /** Up to 250 characters */
      location?: string;
      /** Up to 100,000 characters, with replacement tokens */
      body?: string;
    };
    answer: {
      /** How long before the start */
      reminder: string;
      subject: string;
      location: string;
      body: string;
    };
  };
  /** Right: Email Calendar Reminder. 30 calls a minute. */
  "AnalyticsEventLevel.EmailCalendarReminder": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      /** How long before the start */
      reminder: string;
      subject: string;
      location: string;
      body: string;
    };
  };
  /** Right: Update Email Notification. 30 calls a minute. */
  "EventManagement.UpdateEmailNotification": {
    params: {
      clientId: number;
      eventId: number;
      emailId: number;
    };
    query: undefined;
    form: {
      /** Whether it is sent: Y or N */
      activated?: string;
      /** A published timing: before words for reminders, after words for follow-ups, Custom Date And Time */
      whentosend?: string;
      /** When to send it, in a format of liveStart; with Custom Date And Time, and needed there */
      goodafter?: string;
      /** Name before the sender's address: letters and digits, 50 at most */
      fromlabel?: string;
      /** Address that answers go to */
      replyto?: string;
      /** Up to 250 characters, with replacement tokens */
      subject?: string;
      /** Plain text or HTML, up to 100,000 characters, with replacement tokens */
      body?: string;
    };
    answer: {
      emailid: number;
      /** Confirmation Email, Reminder Email #1 … */
      emailtype: string;
      /** Y or N */
      activated: string;
      /** Left out of the confirmation */
      whentosend?: string;
      /** When it is sent, with Custom Date and Time; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      goodafter?: string;
      /** Address of the sender */
      from: string;
      fromlabel: string;
      /** The sender's address unless set */
      replyto: string;
      subject: string;
      body: string;
    };
  };
  /** Right: Related Content. 100 calls a minute. */
  "EventManagement.CreateRelatedContent": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: {
      /** Name of the Related Content widget */
      matchname?: string;
      /** What the audience reads, up to 255 characters */
      name?: string;
      /** Resource (a file) or URL, in exactly these letters */
      type?: string;
      /** With type URL: an http or https address */
      url?: string;
    };
    file?: FilePart<"file">;
    answer: {
      message: string;
      resource: {
        name: string;
        /** Name of the file */
        file?: string;
        url?: string;
      };
    };
  };
  /** Right: Slides. 30 calls a minute. */
  "EventManagement.SlideListing": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      eventtitle: string;
      slides: readonly {
        mediaurlid: number;
        /** RECEIVED, PROCESSING, SUCCESS or FAILED */
        message: string;
        /** Name of the uploaded file */
        mediafile: string;
        /** Why it failed; Lectern's own */
        reason?: string;
      }[];
    };
  };
  /** Right: Slides. 30 calls a minute. */
  "EventManagement.UploadSlides": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    file: FilePart<"file">;
    answer: {
      message: "RECEIVED";
      mediafile: string;
    };
  };
  /** Right: Speaker Bio. 30 calls a minute. */
  "EventManagement.CreateSpeakerBio": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: {
      /** JSON: name and email, title, company, description, and up to two of twitter, linkedin, website, facebook */
      metadata?: string;
    };
    file?: FilePart<"file">;
    answer: {
      message: string;
      speaker: {
        id: number;
        /** Name of the picture's file */
        file?: string;
        name: string;
        title?: string;
        company?: string;
        email: string;
        twitter?: string;
        linkedin?: string;
        website?: string;
        facebook?: string;
        description?: string;
      };
    };
  };
  /** Right: Speaker Bio. 30 calls a minute. */
  "EventManagement.DeleteSpeakerBio": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      message: string;
    };
  };
  /** Right: Survey Questions. 30 calls a minute. */
  "EventManagement.CreateSurveyQuestionsAndAnswers": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: {
      /** JSON: surveyquestions, a list of questiontype, required, question and surveyanswers */
      metadata?: string;
      /** The same list without the envelope, for JSON bodies */
      surveyquestions?: string;
    };
    answer: {
      eventid: number;
      surveyquestions: readonly {
        /** singleoption, multioption or singletext */
        questiontype: string;
        /** Y or N */
        required: string;
        question: string;
        surveyanswers: readonly {
          /** choice1, choice2 ... */
          answercode: string;
          /** Empty for singletext */
          answer: string;
        }[];
      }[];
    };
  };
  /** Right: Text With Banner. 30 calls a minute. */
  "EventManagement.UpdateTextWithBannerWidget": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: {
      /** JSON: type (text or table), matchname (the widget's name), content: a text, or rows with column1 to columnN */
      metadata?: string;
    };
    answer: {
      message: string;
      content: string | readonly Record<string, string>[];
    };
  };
  /** Right: VTT Files. 30 calls a minute. */
  "EventManagement.DeleteVTTFiles": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      /** The same when there were none */
      message: string;
    };
  };
  /** Right: Media Manager Upload. 30 calls a minute. */
  "EventManagement.MediaManagerUploadDocument": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: {
      /** JSON: {"id": "your own id", "title": "a title"}, both optional, 255 characters each */
      metadata?: string;
    };
    file: FilePart<"file">;
    answer: {
      /** Processing goes on in the background */
      message: "RECEIVED";
      /** Name of the uploaded file */
      mediafile: string;
    };
  };
  /** Right: Media Manager Upload. 30 calls a minute. */
  "EventManagement.MediaManagerUploadVideo": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: {
      /** JSON: {"id": "your own id", "title": "a title"}, both optional, 255 characters each */
      metadata?: string;
    };
    file: FilePart<"file">;
    answer: {
      /** Processing goes on in the background */
      message: "RECEIVED";
      /** Name of the uploaded file */
      mediafile: string;
    };
  };
  /** Right: Forget All Registrant (Event-Level). 30 calls a minute. */
  "Registration.ForgetAllRegistrantEventlevel": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      deletedregistrants: {
        eventuserids: readonly number[];
      };
    };
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
      /** HIGH, MEDIUM or LOW; of those who have not come in yet, in lists */
      engagementprediction?: string;
      /** What the address has done, for staff who are signed in */
      userprofileurl: string;
    };
  };
  /** Right: Update Registrant (Event-Level). 1000 calls a minute. */
  "Registration.UpdateRegistrantEventlevel": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** What is not sent stays, and what is required cannot become empty, either way: Y or N */
      honorrequired?: string;
      /** N: fields with options take any value: Y or N */
      honorvalidation?: string;
    };
    form: {
      /** First Name */
      firstname?: string;
      /** Last Name */
      lastname?: string;
      /** Whose registration is changed, compared without case */
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
      /** Y keeps the person out of the event, N lets them in again: Y or N */
      isblocked?: string;
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
      /** HIGH, MEDIUM or LOW; of those who have not come in yet, in lists */
      engagementprediction?: string;
      /** What the address has done, for staff who are signed in */
      userprofileurl: string;
    };
  };
  /** Right: Event-Level Registrants. 100 calls a minute. */
  "AnalyticsEventLevel.Registrants": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default, 1000 at most */
      itemsperpage?: string;
      /** active (default), any, all, deleted, forgotten */
      userstatus?: string;
      /** Deprecated: only the forgotten: Y or N */
      filterforgotten?: string;
      /** Leave out people registered without an address: Y or N */
      excludeanonymous?: string;
      /** Only from this partner reference */
      partnerref?: string;
      /** Which time the dates are of: created (default), lastactivity */
      datefiltermode?: string;
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
        /** HIGH, MEDIUM or LOW; of those who have not come in yet, in lists */
        engagementprediction?: string;
        /** What the address has done, for staff who are signed in */
        userprofileurl: string;
      }[];
    };
  };
  /** Right: Forget Registrant (Client-Level). 30 calls a minute. */
  "Registration.ForgetRegistrantClientlevel": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: {
      /** One address, or several with commas between them */
      email?: string;
      /** Only in this event */
      eventid?: string;
    };
    answer: {
      deletedregistrants: {
        eventuserids: readonly number[];
      };
    };
  };
  /** Right: Forget All Registrant (Client-Level). 30 calls a minute. */
  "Registration.ForgetAllRegistrantClientlevel": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      deletedregistrants: {
        eventuserids: readonly number[];
      };
    };
  };
  /** Right: Update Registrant (Client-Level). 30 calls a minute. */
  "Registration.UpdateRegistrantClientlevel": {
    params: {
      clientId: number;
      email: string;
    };
    query: undefined;
    form: {
      /** First Name */
      firstname?: string;
      /** Last Name */
      lastname?: string;
      /** A new address; refused when somebody else has it in one of the events */
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
      /** Y keeps the person out of the events, N lets them in again: Y or N */
      isblocked?: string;
    };
    answer: {
      updatedregistrants: readonly number[];
    };
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
        /** HIGH, MEDIUM or LOW; of those who have not come in yet, in lists */
        engagementprediction?: string;
        /** What the address has done, for staff who are signed in */
        userprofileurl: string;
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
  /** Right: Client-Level Attendees. 100 calls a minute. */
  "AnalyticsClientLevel.Attendees": {
    params: {
      clientId: number;
    };
    query: {
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default, 1000 at most */
      itemsperpage?: string;
      /** Only from this partner reference */
      partnerref?: string;
      /** active (default), any, all, deleted, forgotten */
      userstatus?: string;
      /** Deprecated: only the forgotten: Y or N */
      filterforgotten?: string;
      /** Leave out people registered without an address: Y or N */
      excludeanonymous?: string;
      /** Whether any activity lies between the dates, or the last: activity (default), lastactivity */
      datefiltermode?: string;
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
      /** Leave sub-clients out: Y or N */
      excludesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
      /** Leave out people who watched live: Y or N */
      excludelive?: string;
      /** Leave out what ON24 knows only hours later: Y or N */
      realtimeonly?: string;
    };
    form: undefined;
    answer: {
      clientid: number;
      totalattendees: number;
      pagecount?: number;
      currentpage?: number;
      attendees: readonly {
        clientid?: number;
        eventid?: number;
        email: string;
        /** The person in this event */
        eventuserid: number;
        /** The person's id elsewhere */
        exteventusercd?: string;
        /** active, deleted or forgotten */
        userstatus: string;
        /** Y or N */
        isblocked: string;
        /** On all devices together */
        liveminutes: number;
        /** How often the page was opened */
        liveviewed: number;
        /** Came in live first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        firstliveactivity?: string;
        /** Seen live last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastliveactivity?: string;
        /** On all devices together */
        archiveminutes: number;
        /** How often the page was opened */
        archiveviewed: number;
        /** Came in on demand first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        firstarchiveactivity?: string;
        /** Seen on demand last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastarchiveactivity?: string;
        askedquestions?: number;
        /** Different ones */
        resourcesdownloaded?: number;
        answeredpolls?: number;
        answeredsurveys?: number;
        answeredsurveyquestions: number;
        /** At the Venue or Watching remote */
        launchmode: string;
        /** Campaign code of the event */
        campaigncode?: string;
        /** Campaign code that the registration came with */
        sourcecampaigncode?: string;
        /** Event that the person came from */
        sourceeventid?: number;
        /** Each minute once, whatever the devices */
        cumulativeliveminutes?: number;
        /** Each minute once, whatever the devices */
        cumulativearchiveminutes?: number;
        /** Partner of the registration */
        partnerref?: string;
        /** Partner whose link was followed last */
        attendancepartnerref?: string;
        attendeesessions?: number;
        /** While the player played */
        livemediaplayerminutes: number;
        /** While the player played */
        archivemediaplayerminutes: number;
        /** 0 to 10, one decimal */
        engagementscore: number;
        /** What the address has done, for staff who are signed in */
        userprofileurl: string;
        questions?: readonly {
          questionid: number;
          /** Asked; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          createtimestamp: string;
          /** As they wrote it; nothing once they were forgotten */
          content?: string;
          answer?: {
            /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
            createtimestamp: string;
            /** Nothing once the asker was forgotten */
            content?: string;
            presenterid: number;
            presentername: string;
            /** Public or Private */
            privacy: string;
          };
        }[];
        polls?: readonly {
          pollid: number;
          /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          pollsubmittedtimestamp: string;
          pollquestionid: number;
          pollquestion: string;
          pollanswers: readonly string[];
          pollanswersdetail: readonly {
            answercode: string;
            answer: string;
          }[];
        }[];
        resources?: readonly {
          resourceid: number;
          /** Its name then */
          resourceviewed: string;
          /** Opened last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          resourceviewedtimestamp: string;
        }[];
        surveys?: readonly {
          /** {eventid}_survey1 */
          surveyid: string;
          /** Submitted; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          surveysubmittedtimestamp: string;
          surveyquestions: readonly {
            surveyquestionid: number;
            /** As it read then */
            surveyquestion: string;
            questioncode: string;
            surveyanswers: readonly string[];
            surveyanswersdetail: readonly {
              answercode: string;
              answer: string;
            }[];
          }[];
        }[];
        twitterwidget?: readonly {
          /** Shared; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          date: string;
          /** As they wrote it */
          tweetdescription?: string;
        }[];
        calltoactions?: readonly {
          ctaid: string;
          /** Its name then */
          ctaname: string;
          /** A number */
          clicks: string;
          /** Where it leads */
          action?: string;
          /** Clicked last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          date: string;
        }[];
        testwidgets?: readonly {
          /** P passed, F failed */
          testwidgetresult: string;
          /** Attempts after the first */
          retries: number;
          correctanswersneeded: number;
          correctanswersprovided: number;
        }[];
        /** P passed, F failed */
        testwidgetresult?: string;
        /** C: complete, wholly or in part */
        certificationwidgetresult?: string;
        /** Credits earned; NR where none are given */
        certificationcredit?: string;
        /** Earned last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        certificationtimestamp?: string;
        certifications?: readonly {
          certificationid: number;
          /** C: complete, wholly or in part */
          certificationresult: string;
          /** As it was called then */
          certificationname: string;
          /** Credits earned; NR where none are given */
          certificationcredit: string;
          /** Earned; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          certificationtimestamp: string;
          /** The certificate as PDF */
          certificationurl?: string;
        }[];
        meetingconversions?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        democonversions?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        freetrial?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        contactus?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        drift?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        calendly?: readonly {
          meetingsbooked: number;
        }[];
        shareidea?: readonly {
          /** As it read then */
          topic: string;
          /** IDEA or COMMENT */
          type: string;
          /** As they wrote it */
          description?: string;
          ideanumber: number;
          /** Votes for the idea */
          rating?: number;
          /** Written; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          datetime: string;
        }[];
        reactions?: readonly {
          /** like, heart, laugh or celebrate */
          type: string;
          /** Seconds, of the webinar or of its recording */
          timefromstart: number;
          /** Shown; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          datetime: string;
        }[];
      }[];
    };
  };
  /** Right: Attendee (by email). 100 calls a minute. */
  "AnalyticsClientLevel.AttendeeByEmail": {
    params: {
      clientId: number;
      email: string;
    };
    query: undefined;
    form: undefined;
    answer: {
      clientid?: number;
      eventid?: number;
      email: string;
      /** The person in this event */
      eventuserid: number;
      /** The person's id elsewhere */
      exteventusercd?: string;
      /** active, deleted or forgotten */
      userstatus: string;
      /** Y or N */
      isblocked: string;
      /** On all devices together */
      liveminutes: number;
      /** How often the page was opened */
      liveviewed: number;
      /** Came in live first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      firstliveactivity?: string;
      /** Seen live last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      lastliveactivity?: string;
      /** On all devices together */
      archiveminutes: number;
      /** How often the page was opened */
      archiveviewed: number;
      /** Came in on demand first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      firstarchiveactivity?: string;
      /** Seen on demand last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      lastarchiveactivity?: string;
      askedquestions?: number;
      /** Different ones */
      resourcesdownloaded?: number;
      answeredpolls?: number;
      answeredsurveys?: number;
      answeredsurveyquestions: number;
      /** At the Venue or Watching remote */
      launchmode: string;
      /** Campaign code of the event */
      campaigncode?: string;
      /** Campaign code that the registration came with */
      sourcecampaigncode?: string;
      /** Event that the person came from */
      sourceeventid?: number;
      /** Each minute once, whatever the devices */
      cumulativeliveminutes?: number;
      /** Each minute once, whatever the devices */
      cumulativearchiveminutes?: number;
      /** Partner of the registration */
      partnerref?: string;
      /** Partner whose link was followed last */
      attendancepartnerref?: string;
      attendeesessions?: number;
      /** While the player played */
      livemediaplayerminutes: number;
      /** While the player played */
      archivemediaplayerminutes: number;
      /** 0 to 10, one decimal */
      engagementscore: number;
      /** What the address has done, for staff who are signed in */
      userprofileurl: string;
      questions?: readonly {
        questionid: number;
        /** Asked; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        /** As they wrote it; nothing once they were forgotten */
        content?: string;
        answer?: {
          /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          createtimestamp: string;
          /** Nothing once the asker was forgotten */
          content?: string;
          presenterid: number;
          presentername: string;
          /** Public or Private */
          privacy: string;
        };
      }[];
      polls?: readonly {
        pollid: number;
        /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        pollsubmittedtimestamp: string;
        pollquestionid: number;
        pollquestion: string;
        pollanswers: readonly string[];
        pollanswersdetail: readonly {
          answercode: string;
          answer: string;
        }[];
      }[];
      resources?: readonly {
        resourceid: number;
        /** Its name then */
        resourceviewed: string;
        /** Opened last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        resourceviewedtimestamp: string;
      }[];
      surveys?: readonly {
        /** {eventid}_survey1 */
        surveyid: string;
        /** Submitted; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        surveysubmittedtimestamp: string;
        surveyquestions: readonly {
          surveyquestionid: number;
          /** As it read then */
          surveyquestion: string;
          questioncode: string;
          surveyanswers: readonly string[];
          surveyanswersdetail: readonly {
            answercode: string;
            answer: string;
          }[];
        }[];
      }[];
      twitterwidget?: readonly {
        /** Shared; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        date: string;
        /** As they wrote it */
        tweetdescription?: string;
      }[];
      calltoactions?: readonly {
        ctaid: string;
        /** Its name then */
        ctaname: string;
        /** A number */
        clicks: string;
        /** Where it leads */
        action?: string;
        /** Clicked last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        date: string;
      }[];
      testwidgets?: readonly {
        /** P passed, F failed */
        testwidgetresult: string;
        /** Attempts after the first */
        retries: number;
        correctanswersneeded: number;
        correctanswersprovided: number;
      }[];
      /** P passed, F failed */
      testwidgetresult?: string;
      /** C: complete, wholly or in part */
      certificationwidgetresult?: string;
      /** Credits earned; NR where none are given */
      certificationcredit?: string;
      /** Earned last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      certificationtimestamp?: string;
      certifications?: readonly {
        certificationid: number;
        /** C: complete, wholly or in part */
        certificationresult: string;
        /** As it was called then */
        certificationname: string;
        /** Credits earned; NR where none are given */
        certificationcredit: string;
        /** Earned; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        certificationtimestamp: string;
        /** The certificate as PDF */
        certificationurl?: string;
      }[];
      meetingconversions?: readonly {
        widgetid: string;
        /** Its name then */
        widgetname: string;
        widgettype: string;
        /** The web or mail address behind it */
        widgetaction?: string;
        /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        widgetsubmittedtimestamp: string;
      }[];
      democonversions?: readonly {
        widgetid: string;
        /** Its name then */
        widgetname: string;
        widgettype: string;
        /** The web or mail address behind it */
        widgetaction?: string;
        /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        widgetsubmittedtimestamp: string;
      }[];
      freetrial?: readonly {
        widgetid: string;
        /** Its name then */
        widgetname: string;
        widgettype: string;
        /** The web or mail address behind it */
        widgetaction?: string;
        /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        widgetsubmittedtimestamp: string;
      }[];
      contactus?: readonly {
        widgetid: string;
        /** Its name then */
        widgetname: string;
        widgettype: string;
        /** The web or mail address behind it */
        widgetaction?: string;
        /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        widgetsubmittedtimestamp: string;
      }[];
      drift?: readonly {
        widgetid: string;
        /** Its name then */
        widgetname: string;
        widgettype: string;
        /** The web or mail address behind it */
        widgetaction?: string;
        /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        widgetsubmittedtimestamp: string;
      }[];
      calendly?: readonly {
        meetingsbooked: number;
      }[];
      shareidea?: readonly {
        /** As it read then */
        topic: string;
        /** IDEA or COMMENT */
        type: string;
        /** As they wrote it */
        description?: string;
        ideanumber: number;
        /** Votes for the idea */
        rating?: number;
        /** Written; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        datetime: string;
      }[];
      reactions?: readonly {
        /** like, heart, laugh or celebrate */
        type: string;
        /** Seconds, of the webinar or of its recording */
        timefromstart: number;
        /** Shown; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        datetime: string;
      }[];
    };
  };
  /** Right: Attendee (by email). 100 calls a minute. */
  "AnalyticsClientLevel.AttendeesByEmailMultipleEvents": {
    params: {
      clientId: number;
      email: string;
    };
    query: {
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default, 1000 at most */
      itemsperpage?: string;
      /** Leave sub-clients out: Y or N */
      excludesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
    };
    form: undefined;
    answer: {
      clientid: number;
      totalattendees: number;
      pagecount?: number;
      currentpage?: number;
      attendees: readonly {
        clientid?: number;
        eventid?: number;
        email: string;
        /** The person in this event */
        eventuserid: number;
        /** The person's id elsewhere */
        exteventusercd?: string;
        /** active, deleted or forgotten */
        userstatus: string;
        /** Y or N */
        isblocked: string;
        /** On all devices together */
        liveminutes: number;
        /** How often the page was opened */
        liveviewed: number;
        /** Came in live first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        firstliveactivity?: string;
        /** Seen live last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastliveactivity?: string;
        /** On all devices together */
        archiveminutes: number;
        /** How often the page was opened */
        archiveviewed: number;
        /** Came in on demand first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        firstarchiveactivity?: string;
        /** Seen on demand last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastarchiveactivity?: string;
        askedquestions?: number;
        /** Different ones */
        resourcesdownloaded?: number;
        answeredpolls?: number;
        answeredsurveys?: number;
        answeredsurveyquestions: number;
        /** At the Venue or Watching remote */
        launchmode: string;
        /** Campaign code of the event */
        campaigncode?: string;
        /** Campaign code that the registration came with */
        sourcecampaigncode?: string;
        /** Event that the person came from */
        sourceeventid?: number;
        /** Each minute once, whatever the devices */
        cumulativeliveminutes?: number;
        /** Each minute once, whatever the devices */
        cumulativearchiveminutes?: number;
        /** Partner of the registration */
        partnerref?: string;
        /** Partner whose link was followed last */
        attendancepartnerref?: string;
        attendeesessions?: number;
        /** While the player played */
        livemediaplayerminutes: number;
        /** While the player played */
        archivemediaplayerminutes: number;
        /** 0 to 10, one decimal */
        engagementscore: number;
        /** What the address has done, for staff who are signed in */
        userprofileurl: string;
        questions?: readonly {
          questionid: number;
          /** Asked; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          createtimestamp: string;
          /** As they wrote it; nothing once they were forgotten */
          content?: string;
          answer?: {
            /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
            createtimestamp: string;
            /** Nothing once the asker was forgotten */
            content?: string;
            presenterid: number;
            presentername: string;
            /** Public or Private */
            privacy: string;
          };
        }[];
        polls?: readonly {
          pollid: number;
          /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          pollsubmittedtimestamp: string;
          pollquestionid: number;
          pollquestion: string;
          pollanswers: readonly string[];
          pollanswersdetail: readonly {
            answercode: string;
            answer: string;
          }[];
        }[];
        resources?: readonly {
          resourceid: number;
          /** Its name then */
          resourceviewed: string;
          /** Opened last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          resourceviewedtimestamp: string;
        }[];
        surveys?: readonly {
          /** {eventid}_survey1 */
          surveyid: string;
          /** Submitted; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          surveysubmittedtimestamp: string;
          surveyquestions: readonly {
            surveyquestionid: number;
            /** As it read then */
            surveyquestion: string;
            questioncode: string;
            surveyanswers: readonly string[];
            surveyanswersdetail: readonly {
              answercode: string;
              answer: string;
            }[];
          }[];
        }[];
        twitterwidget?: readonly {
          /** Shared; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          date: string;
          /** As they wrote it */
          tweetdescription?: string;
        }[];
        calltoactions?: readonly {
          ctaid: string;
          /** Its name then */
          ctaname: string;
          /** A number */
          clicks: string;
          /** Where it leads */
          action?: string;
          /** Clicked last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          date: string;
        }[];
        testwidgets?: readonly {
          /** P passed, F failed */
          testwidgetresult: string;
          /** Attempts after the first */
          retries: number;
          correctanswersneeded: number;
          correctanswersprovided: number;
        }[];
        /** P passed, F failed */
        testwidgetresult?: string;
        /** C: complete, wholly or in part */
        certificationwidgetresult?: string;
        /** Credits earned; NR where none are given */
        certificationcredit?: string;
        /** Earned last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        certificationtimestamp?: string;
        certifications?: readonly {
          certificationid: number;
          /** C: complete, wholly or in part */
          certificationresult: string;
          /** As it was called then */
          certificationname: string;
          /** Credits earned; NR where none are given */
          certificationcredit: string;
          /** Earned; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          certificationtimestamp: string;
          /** The certificate as PDF */
          certificationurl?: string;
        }[];
        meetingconversions?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        democonversions?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        freetrial?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        contactus?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        drift?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        calendly?: readonly {
          meetingsbooked: number;
        }[];
        shareidea?: readonly {
          /** As it read then */
          topic: string;
          /** IDEA or COMMENT */
          type: string;
          /** As they wrote it */
          description?: string;
          ideanumber: number;
          /** Votes for the idea */
          rating?: number;
          /** Written; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          datetime: string;
        }[];
        reactions?: readonly {
          /** like, heart, laugh or celebrate */
          type: string;
          /** Seconds, of the webinar or of its recording */
          timefromstart: number;
          /** Shown; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          datetime: string;
        }[];
      }[];
    };
  };
  /** Right: Engaged Accounts. 30 calls a minute. */
  "AnalyticsClientLevel.EngagedAccounts": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      accounts: readonly {
        name: string;
        domains: readonly string[];
        profileurl: string;
      }[];
    };
  };
  /** Right: Leads. 30 calls a minute. */
  "AnalyticsClientLevel.Leads": {
    params: {
      clientId: number;
    };
    query: {
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 50 by default, 50 at most */
      itemsperpage?: string;
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
    };
    form: undefined;
    answer: {
      clientid: number;
      totalleads: number;
      pagecount: number;
      currentpage: number;
      leads: readonly {
        email: string;
        businessinterests: readonly string[];
        /** HIGH, MEDIUM or LOW; of who has attended */
        engagementlevel?: string;
        /** HIGH, MEDIUM or LOW; of who has not */
        engagementprediction?: string;
        userprofileurl: string;
        segments: readonly string[];
      }[];
    };
  };
  /** Right: PEP. 30 calls a minute. */
  "AnalyticsClientLevel.PEP": {
    params: {
      clientId: number;
      email: string;
    };
    query: undefined;
    form: undefined;
    answer: {
      /** As last registered, like all about the person */
      company?: string;
      email: string;
      /** Last name */
      lastname?: string;
      /** First name */
      firstname?: string;
      lifetimeactivity: {
        /** Opened, each once a webinar */
        resources: number;
        /** HIGH, MEDIUM or LOW; of who has attended */
        engagementlevel?: string;
        /** HIGH, MEDIUM or LOW; of who has not */
        engagementprediction?: string;
        totalengagementminutes: number;
        totalengagementseconds?: number;
        /** Webinars attended and resources opened */
        totaltouches: number;
        webinarsattended: number;
        videoswatched: number;
        documentsread: number;
        webpagesviewed: number;
      };
      businessinterests: {
        keywords: readonly string[];
        /** Last registration or activity; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastupdated?: string;
      };
      /** Job title */
      jobtitle?: string;
      /** Work phone */
      workphone?: string;
      /** Notes */
      notes?: string;
      /** The last 25 webinars attended */
      recentactivities: readonly {
        eventid: number;
        liveseconds: number;
        /** Minutes */
        livetime: number;
        /** Minutes */
        ondemandtime: number;
        ondemandseconds: number;
        eventtitle: string;
        attendedarchive: string;
        attendedlive: string;
        /** Last activity; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastactivity: string;
        /** Registration; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        registrationdate: string;
        totalpages: number;
        resourcesdownloaded: number;
        askedquestions: number;
        answeredpolls: number;
        answeredsurveys: number;
        /** Clicks */
        ctasaccessed: number;
        resources: readonly {
          resourcename: string;
        }[];
        questions: readonly {
          question: string;
          answer: string;
        }[];
        polls: readonly {
          question: string;
          answer: string;
        }[];
        surveys: readonly {
          question: string;
          answer: string;
        }[];
        calltoactions: readonly {
          ctaid: string;
          ctaname: string;
          clicks: string;
          /** Last click; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          date: string;
        }[];
        eventuserid: number;
        /** The person's id elsewhere */
        exteventusercd?: string;
      }[];
    };
  };
  /** Right: Client-Level Presenters. 30 calls a minute. */
  "AnalyticsClientLevel.Presenters": {
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
      /** Leave sub-clients out: Y or N */
      excludesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
    };
    form: undefined;
    answer: {
      eventpresenters: readonly {
        eventid: number;
        clientid: number;
        sessionid: number;
        eventtitle: string;
        presenterid: number;
        firstname: string;
        lastname: string;
        email: string;
        /** Producer, Presenter or Moderator */
        accessmode: string;
        /** Came in; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        starttime: string;
        /** Last sign of life; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        endtime: string;
        /** Y or N */
        ispracticesession: string;
      }[];
    };
  };
  /** Right: Client-Level Registrants. 100 calls a minute. */
  "AnalyticsClientLevel.Registrants": {
    params: {
      clientId: number;
    };
    query: {
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default, 1000 at most */
      itemsperpage?: string;
      /** active (default), any, all, deleted, forgotten */
      userstatus?: string;
      /** Deprecated: only the forgotten: Y or N */
      filterforgotten?: string;
      /** Leave out people registered without an address: Y or N */
      excludeanonymous?: string;
      /** Only from this partner reference */
      partnerref?: string;
      /** Which time the dates are of: created (default), lastactivity */
      datefiltermode?: string;
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
        /** HIGH, MEDIUM or LOW; of those who have not come in yet, in lists */
        engagementprediction?: string;
        /** What the address has done, for staff who are signed in */
        userprofileurl: string;
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
      /** Items of a page; 100 by default, 1000 at most */
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
        /** HIGH, MEDIUM or LOW; of those who have not come in yet, in lists */
        engagementprediction?: string;
        /** What the address has done, for staff who are signed in */
        userprofileurl: string;
      }[];
    };
  };
  /** Right: Survey Library. 30 calls a minute. */
  "AnalyticsClientLevel.ClientSurveyLibrary": {
    params: {
      clientId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      surveyquestions: readonly {
        /** The same in surveys of every language */
        questioncode: number;
        question: string;
        /** Left out of texts */
        surveyanswer?: readonly {
          /** choice1, choice2 ... */
          answercode: string;
          answer: string;
        }[];
        /** SINGLE_OPTION, MULTI_OPTION or SINGLE_TEXT */
        questiontype: string;
        /** In other languages */
        variations: readonly {
          /** The same in surveys of every language */
          questioncode: number;
          question: string;
          /** Left out of texts */
          surveyanswer?: readonly {
            /** choice1, choice2 ... */
            answercode: string;
            answer: string;
          }[];
          /** Of the events that ask in these words */
          languagecode: string;
        }[];
      }[];
    };
  };
  /** Right: User Questions. 30 calls a minute. */
  "AnalyticsClientLevel.UserQuestions": {
    params: {
      clientId: number;
    };
    query: {
      /** From this date or time */
      startdate?: string;
      /** Until this date or time, included */
      enddate?: string;
      /** Leave sub-clients out: Y or N */
      excludesubaccounts?: string;
      /** Only these sub-clients: ids with commas */
      subaccounts?: string;
      /** Only of people with addresses in these domains: names with | between */
      emailfilter?: string;
    };
    form: undefined;
    answer: {
      questions: readonly {
        eventid: number;
        clientid: number;
        eventuserid: number;
        questionid: number;
        /** Asked; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        /** As they wrote it; nothing once they were forgotten */
        content?: string;
        /** First name */
        firstname?: string;
        /** Last name */
        lastname?: string;
        email: string;
        answer?: {
          /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          createtimestamp: string;
          /** Nothing once the asker was forgotten */
          content?: string;
          presenterid: number;
          presentername: string;
          /** Public or Private */
          privacy: string;
        };
        /** The person's id elsewhere */
        exteventusercd?: string;
      }[];
    };
  };
  /** Right: Event-Level Attendees. 100 calls a minute. */
  "AnalyticsEventLevel.Attendees": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default, 1000 at most */
      itemsperpage?: string;
      /** Only from this partner reference */
      partnerref?: string;
      /** active (default), any, all, deleted, forgotten */
      userstatus?: string;
      /** Deprecated: only the forgotten: Y or N */
      filterforgotten?: string;
      /** Leave out people registered without an address: Y or N */
      excludeanonymous?: string;
      /** Whether any activity lies between the dates, or the last: activity (default), lastactivity */
      datefiltermode?: string;
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
    };
    form: undefined;
    answer: {
      eventid: number;
      totalattendees: number;
      pagecount?: number;
      currentpage?: number;
      attendees: readonly {
        clientid?: number;
        eventid?: number;
        email: string;
        /** The person in this event */
        eventuserid: number;
        /** The person's id elsewhere */
        exteventusercd?: string;
        /** active, deleted or forgotten */
        userstatus: string;
        /** Y or N */
        isblocked: string;
        /** On all devices together */
        liveminutes: number;
        /** How often the page was opened */
        liveviewed: number;
        /** Came in live first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        firstliveactivity?: string;
        /** Seen live last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastliveactivity?: string;
        /** On all devices together */
        archiveminutes: number;
        /** How often the page was opened */
        archiveviewed: number;
        /** Came in on demand first; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        firstarchiveactivity?: string;
        /** Seen on demand last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        lastarchiveactivity?: string;
        askedquestions?: number;
        /** Different ones */
        resourcesdownloaded?: number;
        answeredpolls?: number;
        answeredsurveys?: number;
        answeredsurveyquestions: number;
        /** At the Venue or Watching remote */
        launchmode: string;
        /** Campaign code of the event */
        campaigncode?: string;
        /** Campaign code that the registration came with */
        sourcecampaigncode?: string;
        /** Event that the person came from */
        sourceeventid?: number;
        /** Each minute once, whatever the devices */
        cumulativeliveminutes?: number;
        /** Each minute once, whatever the devices */
        cumulativearchiveminutes?: number;
        /** Partner of the registration */
        partnerref?: string;
        /** Partner whose link was followed last */
        attendancepartnerref?: string;
        attendeesessions?: number;
        /** While the player played */
        livemediaplayerminutes: number;
        /** While the player played */
        archivemediaplayerminutes: number;
        /** 0 to 10, one decimal */
        engagementscore: number;
        /** What the address has done, for staff who are signed in */
        userprofileurl: string;
        questions?: readonly {
          questionid: number;
          /** Asked; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          createtimestamp: string;
          /** As they wrote it; nothing once they were forgotten */
          content?: string;
          answer?: {
            /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
            createtimestamp: string;
            /** Nothing once the asker was forgotten */
            content?: string;
            presenterid: number;
            presentername: string;
            /** Public or Private */
            privacy: string;
          };
        }[];
        polls?: readonly {
          pollid: number;
          /** Answered; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          pollsubmittedtimestamp: string;
          pollquestionid: number;
          pollquestion: string;
          pollanswers: readonly string[];
          pollanswersdetail: readonly {
            answercode: string;
            answer: string;
          }[];
        }[];
        resources?: readonly {
          resourceid: number;
          /** Its name then */
          resourceviewed: string;
          /** Opened last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          resourceviewedtimestamp: string;
        }[];
        surveys?: readonly {
          /** {eventid}_survey1 */
          surveyid: string;
          /** Submitted; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          surveysubmittedtimestamp: string;
          surveyquestions: readonly {
            surveyquestionid: number;
            /** As it read then */
            surveyquestion: string;
            questioncode: string;
            surveyanswers: readonly string[];
            surveyanswersdetail: readonly {
              answercode: string;
              answer: string;
            }[];
          }[];
        }[];
        twitterwidget?: readonly {
          /** Shared; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          date: string;
          /** As they wrote it */
          tweetdescription?: string;
        }[];
        calltoactions?: readonly {
          ctaid: string;
          /** Its name then */
          ctaname: string;
          /** A number */
          clicks: string;
          /** Where it leads */
          action?: string;
          /** Clicked last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          date: string;
        }[];
        testwidgets?: readonly {
          /** P passed, F failed */
          testwidgetresult: string;
          /** Attempts after the first */
          retries: number;
          correctanswersneeded: number;
          correctanswersprovided: number;
        }[];
        /** P passed, F failed */
        testwidgetresult?: string;
        /** C: complete, wholly or in part */
        certificationwidgetresult?: string;
        /** Credits earned; NR where none are given */
        certificationcredit?: string;
        /** Earned last; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        certificationtimestamp?: string;
        certifications?: readonly {
          certificationid: number;
          /** C: complete, wholly or in part */
          certificationresult: string;
          /** As it was called then */
          certificationname: string;
          /** Credits earned; NR where none are given */
          certificationcredit: string;
          /** Earned; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          certificationtimestamp: string;
          /** The certificate as PDF */
          certificationurl?: string;
        }[];
        meetingconversions?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        democonversions?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        freetrial?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        contactus?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        drift?: readonly {
          widgetid: string;
          /** Its name then */
          widgetname: string;
          widgettype: string;
          /** The web or mail address behind it */
          widgetaction?: string;
          /** Came about; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          widgetsubmittedtimestamp: string;
        }[];
        calendly?: readonly {
          meetingsbooked: number;
        }[];
        shareidea?: readonly {
          /** As it read then */
          topic: string;
          /** IDEA or COMMENT */
          type: string;
          /** As they wrote it */
          description?: string;
          ideanumber: number;
          /** Votes for the idea */
          rating?: number;
          /** Written; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          datetime: string;
        }[];
        reactions?: readonly {
          /** like, heart, laugh or celebrate */
          type: string;
          /** Seconds, of the webinar or of its recording */
          timefromstart: number;
          /** Shown; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          datetime: string;
        }[];
      }[];
    };
  };
  /** Right: Attendee Viewing Sessions. 30 calls a minute. */
  "AnalyticsEventLevel.AttendeeViewingSessions": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** all (default), live, ondemand, blocked */
      sessiontype?: string;
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default, 1000 at most */
      itemsperpage?: string;
      /** From this date or time */
      startdate?: string;
      /** Until this date or time, included */
      enddate?: string;
    };
    form: undefined;
    answer: {
      totalattendeesessions: number;
      pagecount: number;
      currentpage: number;
      attendeesession: readonly {
        /** The session */
        id: number;
        email: string;
        /** First name */
        firstname?: string;
        /** Last name */
        lastname?: string;
        /** hh:mm:ss; so far, while it goes on */
        duration: string;
        /** The page was opened; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        starttime: string;
        /** Last sign of life; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        endtime: string;
        /** Live, Archived or Blocked */
        usage: string;
        /** What was watched: HTML5 Video */
        mediastream?: string;
        /** Operating system */
        os?: string;
        /** Browser */
        browser?: string;
        /** https or http */
        streamsource: string;
        /** Where it was watched */
        ipaddress?: string;
        /** The person's id elsewhere */
        exteventusercd?: string;
        /** At the Venue or Watching remote */
        launchmode: string;
      }[];
    };
  };
  /** Right: Certifications. 30 calls a minute. */
  "AnalyticsEventLevel.Certifications": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventId: number;
      certifications: readonly {
        certificationid: number;
        certificationname: string;
        certificationcredit: readonly {
          /** fullcreditoption, partialcreditoption1, partialcreditoption2 ... */
          type: string;
          name: string;
          requiredViewingMinutes: number;
          requiredNumberOfPollsToAnswer: number;
          /** To whoever has earned it, the full credit too */
          messageForPartialCreditComplete?: string;
          earnedCreditForCompletion?: number;
        }[];
      }[];
    };
  };
  /** Right: Engagement Hub Content Activity. 30 calls a minute. */
  "AnalyticsEventLevel.EngagementHubContentActivity": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      clientid: number;
      description: string;
      totalcontentviews: number;
      /** Visitors who have opened any of it */
      contentviewers: number;
      contents: readonly {
        eventid: number;
        clientid: number;
        description: string;
        /** Document, Webpage, Video ... */
        contenttype: string;
        totalviews: number;
        uniqueviewers: number;
        /** minutes; not of a Webpage */
        totalviewingduration?: number;
        /** minutes a viewer; not of a Webpage */
        averageviewingduration?: number;
        /** of a Document */
        downloads?: number;
        likes: number;
        dislikes: number;
        comments: number;
        shares: number;
      }[];
    };
  };
  /** Right: Call To Action. 30 calls a minute. */
  "AnalyticsEventLevel.CallToAction": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      calltoactions: readonly {
        ctaid: number;
        ctaname: string;
        /** url, gateway, book_a_meeting, request_a_demo, free_trial, contactus ... */
        actiontype: string;
        /** Where it leads, or the mail address that messages go to */
        action?: string;
        totalclicks: number;
        /** People who clicked it */
        uniqueclicks: number;
      }[];
    };
  };
  /** Right: Email Notification Details. 30 calls a minute. */
  "AnalyticsEventLevel.EmailNotificationDetails": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      emails: readonly {
        emailid: number;
        /** Confirmation Email, Reminder Email #1 … */
        emailtype: string;
        /** Y or N */
        activated: string;
        /** Left out of the confirmation */
        whentosend?: string;
        /** When it is sent, with Custom Date and Time; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        goodafter?: string;
        /** Address of the sender */
        from: string;
        fromlabel: string;
        /** The sender's address unless set */
        replyto: string;
        subject: string;
        body: string;
      }[];
    };
  };
  /** Right: Email Statistics. 30 calls a minute. */
  "AnalyticsEventLevel.EmailStatistics": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventId: number;
      emailStatistics: readonly {
        /** Confirmation Email, Reminder Email #1 … */
        email: string;
        subject: string;
        sent: number;
        /** E-mails, not times */
        opened: number;
        /** Share of those sent, up to four decimals */
        openrate: number;
        /** Sent, and not come back */
        delivered: number;
        /** Share of those sent, up to four decimals */
        deliveryrate: number;
        /** E-mails of which a link was followed */
        clicked: number;
        /** Share of those sent, up to four decimals */
        clickedthroughrate: number;
        /** Share of those opened, up to four decimals */
        clicktoopenrate: number;
      }[];
    };
  };
  /** Right: Group Chat Activity. 60 calls a minute. */
  "AnalyticsEventLevel.GroupChatActivity": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      groupchats: readonly {
        groupchatid: number;
        /** As its widget is called */
        groupchatname: string;
        /** People who opened it */
        uniqueviews: number;
        /** How often it was opened */
        totalviews: number;
        chatmessages: readonly {
          /** Said; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
          createtimestamp: string;
          /** Who said it, of the audience */
          eventuserid?: number;
          /** Who said it, of the team */
          presenterid?: number;
          email: string;
          /** First name */
          firstname?: string;
          /** Last name */
          lastname?: string;
          /** As they wrote it; nothing once they were forgotten */
          chatmessage?: string;
        }[];
      }[];
    };
  };
  /** Right: Polls. 60 calls a minute. */
  "AnalyticsEventLevel.Polls": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      polls: readonly {
        pollid: number;
        /** singleoption, multioption or singletext */
        polltype: string;
        /** Of this version: another wording is another question */
        pollquestionid: number;
        pollquestion: string;
        /** Choices that were made, or texts that were written */
        totalvotes: number;
        /** First pushed to the audience; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        livepushedtimestamp?: string;
        /** Of all votes; empty of texts */
        summary: readonly {
          /** choice1, choice2 ... */
          answercode: string;
          answer: string;
          /** One decimal */
          percentage: number;
        }[];
      }[];
    };
  };
  /** Right: Event-Level Presenters. 30 calls a minute. */
  "AnalyticsEventLevel.Presenters": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventpresenters: readonly {
        presenterid: number;
        firstname: string;
        lastname: string;
        email: string;
        /** Producer, Presenter or Moderator */
        accessmode: string;
        /** Came in; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        starttime: string;
        /** Last sign of life; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        endtime: string;
        /** Y or N */
        ispracticesession: string;
      }[];
    };
  };
  /** Right: Presentation Manager Chat Logs. 30 calls a minute. */
  "AnalyticsEventLevel.PresentationManagerChatLogs": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      presenterchats: readonly {
        presenterid: number;
        firstname: string;
        lastname: string;
        email: string;
        /** Producer, Presenter or Moderator, as they were then */
        accessmode: string;
        /** The line */
        chatid: number;
        /** Said; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createtimestamp: string;
        content: string;
      }[];
    };
  };
  /** Right: Resources Viewed. 60 calls a minute. */
  "AnalyticsEventLevel.ResourcesViewed": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      /** Resources that somebody opened */
      totalresources: number;
      resourcesviewed: readonly {
        resourceid: number;
        resourcename: string;
        /** People who opened it */
        uniquedownloads: number;
        /** How often they did, together */
        totaldownloads: number;
      }[];
      resourcesnotviewed: readonly {
        resourceid: number;
        resourcename: string;
      }[];
    };
  };
  /** Right: Surveys. 60 calls a minute. */
  "AnalyticsEventLevel.Surveys": {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      eventid: number;
      /** The one of the event; none when nothing is asked */
      surveys: readonly {
        /** {eventid}_survey1 */
        surveyid: string;
        /** survey1 */
        surveycode: string;
        surveyquestions: readonly {
          /** Of this version: another wording is another question */
          questionid: number;
          /** singleoption, multioption or singletext */
          questiontype: string;
          question: string;
          /** The same in all versions, and in copies of the event */
          questioncode: number;
          /** People who answered it */
          responses: number;
          /** Of the people who answered; left out of texts, and where nobody did */
          surveyanswer?: readonly {
            /** choice1, choice2 ... */
            answercode: string;
            answer: string;
            /** One decimal */
            percentage: number;
          }[];
        }[];
      }[];
    };
  };
  /** Right: Engagement Hub Content Listing. 30 calls a minute. */
  "ContentListings.EngagementHubContentListing": {
    params: {
      clientId: number;
      gatewayId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      gatewayid: number;
      contents: readonly {
        contentid: number;
        title: string;
        abstract?: string;
        campaigncode?: string;
        categories: readonly {
          name: string;
        }[];
        tags: readonly {
          name: string;
        }[];
        funnelstages: readonly {
          name: string;
        }[];
        filtergroups: readonly {
          name: string;
          filters: readonly {
            name: string;
          }[];
        }[];
        thumbnail?: string;
        /** webcast, forum, video, podcast, pdf, image, webpage or article */
        contenttype: string;
        url: string;
        /** Lobby opens; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        livestart: string;
        /** End of the live webinar; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        liveend: string;
        /** On demand from; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        archivestart: string;
        /** On demand until; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        archiveend: string;
      }[];
    };
  };
  /** Right: Media Manager Content. 30 calls a minute. */
  "ContentListings.MediaManagerDerivativeContent": {
    params: {
      clientId: number;
    };
    query: {
      /** From this date or time */
      startdate?: string;
      /** Until this date or time, included */
      enddate?: string;
      /** Page, counted from 0 */
      pageoffset?: string;
      /** Items of a page; 100 by default, 100 at most */
      itemsperpage?: string;
    };
    form: undefined;
    answer: {
      totalcontent: number;
      pagecount: number;
      currentpage: number;
      contents: readonly {
        /** Nurture Page, Autogenerated Ebook, Autogenerated Blog Post, Autogenerated Key Takeaways or Transcript */
        contenttype: string;
        title: string;
        /** Once it has been published; a nurture page always has one */
        contentid?: number;
        /** Nurture pages have none */
        mediaid?: number;
        sourceeventid: number;
        sourceeventtitle: string;
        /** When it was made; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
        createddate: string;
        createdby?: string;
        thumbnail?: string;
        /** Of a nurture page */
        url?: string;
        urls?: readonly {
          /** The hub */
          parentid: number;
          url: string;
        }[];
        tags: readonly {
          name: string;
        }[];
        funnelstages: readonly {
          name: string;
        }[];
      }[];
    };
  };
  /** Right: Media Manager Content. 30 calls a minute. */
  "ContentListings.MediaManagerDerivativeContentText": {
    params: {
      clientId: number;
      mediaId: number;
    };
    query: undefined;
    form: undefined;
    answer: {
      /** Nurture Page, Autogenerated Ebook, Autogenerated Blog Post, Autogenerated Key Takeaways or Transcript */
      contenttype: string;
      title: string;
      /** Once it has been published; a nurture page always has one */
      contentid?: number;
      /** Nurture pages have none */
      mediaid?: number;
      sourceeventid: number;
      sourceeventtitle: string;
      /** When it was made; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific */
      createddate: string;
      createdby?: string;
      thumbnail?: string;
      /** Of a nurture page */
      url?: string;
      urls?: readonly {
        /** The hub */
        parentid: number;
        url: string;
      }[];
      tags: readonly {
        name: string;
      }[];
      funnelstages: readonly {
        name: string;
      }[];
      /** HTML */
      text: string;
    };
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
      /** all (default), summary, email */
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

/** Lectern's own API, by operation id; `file` is the media types of a body that is no JSON. */
export interface OperatorOperations {
  /** Create a client. Right: installation.manage. */
  createClient: {
    params: undefined;
    query: undefined;
    headers: undefined;
    body: {
      name: string;
      id?: number;
      parentId?: number;
    };
    file: undefined;
    answer: {
      id: number;
      name: string;
    };
  };
  /** Create a staff user. Nobody gives permissions that open more than they may do themselves; without any given, all are. Right: users.manage. */
  createUser: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      userName: string;
      name: string;
      email: string;
      jobTitle?: string;
      type?: "Platform Login" | "Contributor";
      password?: string;
      permissions?: readonly ("Account Analytics" | "Create Events" | "Event Analytics" | "Manage Audience Console Layout" | "Manage Brand Settings" | "Manage Engagement Hub(s)" | "Manage Forums" | "Manage Forums Basic" | "Manage Go Live" | "Manage Integrations" | "Manage Target Experience" | "Manage Users" | "Order Services" | "Workgroup Access (View and Edit all events)")[];
    };
    file: undefined;
    answer: {
      id: number;
      userName: string;
    };
  };
  /** List the staff users of a client. Right: users.manage. */
  listUsers: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      users: readonly {
        userId: number;
        userName: string;
        name: string;
        email: string;
        jobTitle?: string;
        type: string;
        permissions: readonly string[];
        isActive: boolean;
        /** Whether the user can sign in by one */
        hasPassword: boolean;
        lastLoginAt?: string;
      }[];
    };
  };
  /** List the tokens of a client. Right: tokens.manage. */
  listTokens: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
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
  /** Issue a token. The answer is the one time that the secret can be read. Right: tokens.manage. */
  issueToken: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      name: string;
      /** Names of rights, or all */
      access: readonly string[];
      userName?: string;
    };
    file: undefined;
    answer: {
      tokenId: number;
      clientId: number;
      /** 32 upper-case hex digits */
      key: string;
      /** 128 lower-case hex digits; shown only now */
      secret: string;
    };
  };
  /** Replace the pair of a token. Right: tokens.manage. */
  rotateToken: {
    params: {
      clientId: number;
      tokenId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      tokenId: number;
      clientId: number;
      /** 32 upper-case hex digits */
      key: string;
      /** 128 lower-case hex digits; shown only now */
      secret: string;
    };
  };
  /** Disable a token. Right: tokens.manage. */
  disableToken: {
    params: {
      clientId: number;
      tokenId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Enable a token. Right: tokens.manage. */
  enableToken: {
    params: {
      clientId: number;
      tokenId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Phase, times and addresses of an event. Right: events.read. */
  getEvent: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      eventId: number;
      clientId: number;
      title: string;
      type: string;
      contentType: string;
      timeZone: string;
      phase: "scheduled" | "lobby" | "live" | "ended" | "on-demand" | "expired";
      isActive: boolean;
      isRegistrationOpen: boolean;
      isArchiveAvailable: boolean;
      durationMinutes: number;
      times: {
        /** As announced */
        startsAt: string;
        lobbyOpensAt: string;
        /** When a producer started it */
        startedAt?: string;
        liveEndsAt: string;
        /** When a producer ended it */
        endedAt?: string;
        archiveStartsAt: string;
        archiveEndsAt: string;
        /** Nothing to see after */
        expiresAt: string;
      };
      addresses: {
        audience: string;
        report: string;
        preview: string;
        /** Without its key for callers who may not present */
        present: string;
        upload: string;
      };
    };
  };
  /** Give a page of an event's staff another key. Addresses of the page that were handed out before open nothing any more. Right: events.manage. */
  changeEventKey: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** Which page: the preview, the presenters' or the report */
      purpose: "preview" | "present" | "report";
    };
    file: undefined;
    answer: {
      eventId: number;
      clientId: number;
      title: string;
      type: string;
      contentType: string;
      timeZone: string;
      phase: "scheduled" | "lobby" | "live" | "ended" | "on-demand" | "expired";
      isActive: boolean;
      isRegistrationOpen: boolean;
      isArchiveAvailable: boolean;
      durationMinutes: number;
      times: {
        /** As announced */
        startsAt: string;
        lobbyOpensAt: string;
        /** When a producer started it */
        startedAt?: string;
        liveEndsAt: string;
        /** When a producer ended it */
        endedAt?: string;
        archiveStartsAt: string;
        archiveEndsAt: string;
        /** Nothing to see after */
        expiresAt: string;
      };
      addresses: {
        audience: string;
        report: string;
        preview: string;
        /** Without its key for callers who may not present */
        present: string;
        upload: string;
      };
    };
  };
  /** Put a live event on air. Right: events.present. */
  startEvent: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      eventId: number;
      clientId: number;
      title: string;
      type: string;
      contentType: string;
      timeZone: string;
      phase: "scheduled" | "lobby" | "live" | "ended" | "on-demand" | "expired";
      isActive: boolean;
      isRegistrationOpen: boolean;
      isArchiveAvailable: boolean;
      durationMinutes: number;
      times: {
        /** As announced */
        startsAt: string;
        lobbyOpensAt: string;
        /** When a producer started it */
        startedAt?: string;
        liveEndsAt: string;
        /** When a producer ended it */
        endedAt?: string;
        archiveStartsAt: string;
        archiveEndsAt: string;
        /** Nothing to see after */
        expiresAt: string;
      };
      addresses: {
        audience: string;
        report: string;
        preview: string;
        /** Without its key for callers who may not present */
        present: string;
        upload: string;
      };
    };
  };
  /** End a live event. Right: events.present. */
  endEvent: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      eventId: number;
      clientId: number;
      title: string;
      type: string;
      contentType: string;
      timeZone: string;
      phase: "scheduled" | "lobby" | "live" | "ended" | "on-demand" | "expired";
      isActive: boolean;
      isRegistrationOpen: boolean;
      isArchiveAvailable: boolean;
      durationMinutes: number;
      times: {
        /** As announced */
        startsAt: string;
        lobbyOpensAt: string;
        /** When a producer started it */
        startedAt?: string;
        liveEndsAt: string;
        /** When a producer ended it */
        endedAt?: string;
        archiveStartsAt: string;
        archiveEndsAt: string;
        /** Nothing to see after */
        expiresAt: string;
      };
      addresses: {
        audience: string;
        report: string;
        preview: string;
        /** Without its key for callers who may not present */
        present: string;
        upload: string;
      };
    };
  };
  /** The gates of an event. Right: events.read. */
  getGates: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Let every gate guard every door, or only its own. Right: events.manage. */
  guardAllDoors: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      guardsAllDoors: boolean;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Nobody new is let in. Right: events.manage. */
  setClosedGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
      /** Told to people who are kept out, instead of our own sentence */
      ownText?: string;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "closed" away. Right: events.manage. */
  removeClosedGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Nobody new is let in; whoever was registered in another way logs in. Right: events.manage. */
  setLoginOnlyGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
      /** Told to people who are kept out, instead of our own sentence */
      ownText?: string;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "login-only" away. Right: events.manage. */
  removeLoginOnlyGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Set the gate "password". Right: events.manage. */
  setPasswordGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
      password: string;
      /** Told to people who are kept out, instead of our own sentence */
      ownText?: string;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "password" away. Right: events.manage. */
  removePasswordGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Set the gate "referrers". Right: events.manage. */
  setReferrersGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
      /** Sites that people may come from; *.example.com takes in all below it */
      hosts: readonly string[];
      /** Told to people who are kept out, instead of our own sentence */
      ownText?: string;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "referrers" away. Right: events.manage. */
  removeReferrersGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Set the gate "origin". Right: events.manage. */
  setOriginGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
      /** ISO 3166 alpha-2; nobody from elsewhere is let in */
      allowedCountries?: readonly string[];
      /** ISO 3166 alpha-2 */
      blockedCountries?: readonly string[];
      /** IP addresses and ranges (203.0.113.0/24); nobody from elsewhere is let in */
      allowedAddresses?: readonly string[];
      /** IP addresses and ranges */
      blockedAddresses?: readonly string[];
      /** Told to people who are kept out, instead of our own sentence */
      ownText?: string;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "origin" away. Right: events.manage. */
  removeOriginGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Set the gate "addresses". Right: events.manage. */
  setAddressesGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
      /** E-mail addresses, and domains with all below them; nobody else is let in */
      allowed?: readonly string[];
      /** E-mail addresses, and domains with all below them */
      blocked?: readonly string[];
      /** E-mail addresses and domains that the blocked list does not mean */
      exceptions?: readonly string[];
      /** Told to people who are kept out, instead of our own sentence */
      ownText?: string;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "addresses" away. Right: events.manage. */
  removeAddressesGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Double opt-in: whoever registers opens a link in a mail first. Right: events.manage. */
  setConfirmationGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "confirmation" away. Right: events.manage. */
  removeConfirmationGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Staff accepts or denies each person. Right: events.manage. */
  setApprovalGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "approval" away. Right: events.manage. */
  removeApprovalGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Set the gate "capacity". Right: events.manage. */
  setCapacityGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** The doors that the gate guards: our own form when not given, as at ON24 */
      doors?: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
      seats: number;
      /** Otherwise a full event keeps people out */
      hasWaitlist?: boolean;
      /** Told to people who are kept out, instead of our own sentence */
      ownText?: string;
    };
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** Take the gate "capacity" away. Right: events.manage. */
  removeCapacityGate: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Every gate guards every door, whatever its own list says */
      guardsAllDoors: boolean;
      gates: readonly {
        gate: "closed" | "login-only" | "password" | "referrers" | "origin" | "addresses" | "confirmation" | "approval" | "capacity";
        /** The doors that the gate guards: our own form when not given, as at ON24 */
        doors: readonly ("page" | "rest" | "seamless" | "saml" | "import")[];
        /** A password is not told */
        settings: Record<string, unknown>;
      }[];
    };
  };
  /** People who wait before the gates of an event, or were denied. The waiting list comes in its own order, others in the order they came. Right: people.read. */
  listWaiting: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      status?: "unconfirmed" | "pending" | "waitlisted" | "denied";
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      counts: {
        unconfirmed: number;
        pending: number;
        waitlisted: number;
        denied: number;
      };
      people: readonly {
        registrantId: number;
        status: "unconfirmed" | "pending" | "waitlisted" | "denied";
        email: string;
        firstName?: string;
        lastName?: string;
        company?: string;
        jobTitle?: string;
        /** The door that the person first came by */
        door: "page" | "rest" | "seamless" | "saml" | "import";
        cameAt: string;
        confirmedAt?: string;
        /** Who denied the person, as in the record of changes */
        decidedBy?: string;
        decidedAt?: string;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** Accept somebody who waits for approval, or was denied. Right: people.manage. */
  acceptRegistrant: {
    params: {
      clientId: number;
      eventId: number;
      registrantId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      registrantId: number;
      /** Where the person stands now: accepted people may still wait for a seat */
      status: string;
    };
  };
  /** Deny somebody who waits for approval. Right: people.manage. */
  denyRegistrant: {
    params: {
      clientId: number;
      eventId: number;
      registrantId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      registrantId: number;
      /** Where the person stands now: accepted people may still wait for a seat */
      status: string;
    };
  };
  /** Hosts that people may be sent on to. Right: settings.manage. */
  getRedirectHosts: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** example.com means itself only, *.example.com all below it; a port other than the usual is named */
      redirectHosts: readonly string[];
    };
  };
  /** Set the hosts that people may be sent on to. Right: settings.manage. */
  setRedirectHosts: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** example.com means itself only, *.example.com all below it; a port other than the usual is named */
      redirectHosts: readonly string[];
    };
    file: undefined;
    answer: {
      /** example.com means itself only, *.example.com all below it; a port other than the usual is named */
      redirectHosts: readonly string[];
    };
  };
  /** What a registration page asks and shows. Right: events.read. */
  getRegistrationPage: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      fields: readonly {
        field: "firstName" | "lastName" | "email" | "company" | "jobTitle" | "addressStreet1" | "addressStreet2" | "city" | "state" | "zip" | "country" | "homePhone" | "workPhone" | "fax" | "jobFunction" | "companyIndustry" | "companySize" | "partnerRef" | "std1" | "std2" | "std3" | "std4" | "std5" | "std6" | "std7" | "std8" | "std9" | "std10" | "userName" | "extEventUserCd" | "other" | "notes" | "marketingEmail" | "eventEmail" | "emailFormat" | "utmSource" | "utmMedium" | "utmCampaign" | "utmTerm" | "utmContent" | "attendeeType" | "sourceCampaignCode";
        /** What stands beside it; the text of a consent, which may hold links and emphasis as HTML */
        caption: string;
        type: "textbox" | "textarea" | "listbox" | "multiselect" | "checkbox" | "hidden" | "consent";
        validation?: "none" | "email" | "phone" | "number";
        isRequired: boolean;
        /** Of lists; an empty list for the country stands for every country */
        options?: readonly string[] | undefined;
      }[];
      /** A picture above the title: an https address, or /files/{key} of an uploaded file */
      banner?: string | undefined;
      /** What the picture shows */
      bannerText?: string | undefined;
      /** Above the form; text or HTML */
      intro?: string | undefined;
      /** Sites that may show the form in a frame, such as https://www.example.com */
      embedOrigins?: readonly string[];
    };
  };
  /** Change what a registration page asks and shows. What is not given stays; fields are given all together, in their order. Right: events.manage. */
  setRegistrationPage: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      fields?: readonly {
        field: "firstName" | "lastName" | "email" | "company" | "jobTitle" | "addressStreet1" | "addressStreet2" | "city" | "state" | "zip" | "country" | "homePhone" | "workPhone" | "fax" | "jobFunction" | "companyIndustry" | "companySize" | "partnerRef" | "std1" | "std2" | "std3" | "std4" | "std5" | "std6" | "std7" | "std8" | "std9" | "std10" | "userName" | "extEventUserCd" | "other" | "notes" | "marketingEmail" | "eventEmail" | "emailFormat" | "utmSource" | "utmMedium" | "utmCampaign" | "utmTerm" | "utmContent" | "attendeeType" | "sourceCampaignCode";
        /** What stands beside it; the text of a consent, which may hold links and emphasis as HTML */
        caption: string;
        type: "textbox" | "textarea" | "listbox" | "multiselect" | "checkbox" | "hidden" | "consent";
        validation?: "none" | "email" | "phone" | "number";
        isRequired: boolean;
        /** Of lists; an empty list for the country stands for every country */
        options?: readonly string[] | undefined;
      }[];
      /** A picture above the title: an https address, or /files/{key} of an uploaded file */
      banner?: string | undefined;
      /** What the picture shows */
      bannerText?: string | undefined;
      /** Above the form; text or HTML */
      intro?: string | undefined;
      /** Sites that may show the form in a frame, such as https://www.example.com */
      embedOrigins?: readonly string[];
    };
    file: undefined;
    answer: {
      fields: readonly {
        field: "firstName" | "lastName" | "email" | "company" | "jobTitle" | "addressStreet1" | "addressStreet2" | "city" | "state" | "zip" | "country" | "homePhone" | "workPhone" | "fax" | "jobFunction" | "companyIndustry" | "companySize" | "partnerRef" | "std1" | "std2" | "std3" | "std4" | "std5" | "std6" | "std7" | "std8" | "std9" | "std10" | "userName" | "extEventUserCd" | "other" | "notes" | "marketingEmail" | "eventEmail" | "emailFormat" | "utmSource" | "utmMedium" | "utmCampaign" | "utmTerm" | "utmContent" | "attendeeType" | "sourceCampaignCode";
        /** What stands beside it; the text of a consent, which may hold links and emphasis as HTML */
        caption: string;
        type: "textbox" | "textarea" | "listbox" | "multiselect" | "checkbox" | "hidden" | "consent";
        validation?: "none" | "email" | "phone" | "number";
        isRequired: boolean;
        /** Of lists; an empty list for the country stands for every country */
        options?: readonly string[] | undefined;
      }[];
      /** A picture above the title: an https address, or /files/{key} of an uploaded file */
      banner?: string | undefined;
      /** What the picture shows */
      bannerText?: string | undefined;
      /** Above the form; text or HTML */
      intro?: string | undefined;
      /** Sites that may show the form in a frame, such as https://www.example.com */
      embedOrigins?: readonly string[];
    };
  };
  /** List the widgets of an event and what is in them. Right: events.read. */
  listWidgets: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** In their order */
      widgets: readonly {
        id: number;
        kind: "media-player" | "slides" | "qa" | "speaker-bio" | "related-content" | "text-with-banner" | "survey" | "poll" | "call-to-action" | "certification" | "test" | "group-chat" | "share-idea" | "share-this" | "twitter";
        name: string;
        /** Where a wide console shows it */
        area: "main" | "side";
        isOpen: boolean;
        content: Record<string, unknown>;
        resources: readonly {
          id: number;
          name: string;
          /** As given, or /files/{key} for files */
          address: string;
          fileName?: string;
          mediaType?: string;
          byteSize?: number;
        }[];
        speakers: readonly {
          id: number;
          name: string;
          title?: string;
          company?: string;
          email: string;
          twitter?: string;
          linkedin?: string;
          website?: string;
          facebook?: string;
          description?: string;
          /** /files/{key} */
          picture?: string;
        }[];
        questions: readonly {
          id: number;
          /** singleoption, multioption or singletext */
          type: string;
          isRequired: boolean;
          question: string;
          answers: readonly string[];
        }[];
      }[];
    };
  };
  /** Add a widget. An event may have several of some kinds, such as a second Related Content, and one of the others. Right: events.manage. */
  addWidget: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      kind: "media-player" | "slides" | "qa" | "speaker-bio" | "related-content" | "text-with-banner" | "survey" | "poll" | "call-to-action" | "certification" | "test" | "group-chat" | "share-idea" | "share-this" | "twitter";
      /** What integrations find it by; the kind's name unless given */
      name?: string;
      /** Place in the console, from 1; the last unless given */
      position?: number;
      /** Where a wide console shows it */
      area?: "main" | "side";
      /** Whether it is open when people come in */
      isOpen?: boolean;
      /** By kind; replaces the whole content */
      content?: Record<string, unknown>;
    };
    file: undefined;
    answer: {
      id: number;
      kind: "media-player" | "slides" | "qa" | "speaker-bio" | "related-content" | "text-with-banner" | "survey" | "poll" | "call-to-action" | "certification" | "test" | "group-chat" | "share-idea" | "share-this" | "twitter";
      name: string;
      /** Where a wide console shows it */
      area: "main" | "side";
      isOpen: boolean;
      content: Record<string, unknown>;
      resources: readonly {
        id: number;
        name: string;
        /** As given, or /files/{key} for files */
        address: string;
        fileName?: string;
        mediaType?: string;
        byteSize?: number;
      }[];
      speakers: readonly {
        id: number;
        name: string;
        title?: string;
        company?: string;
        email: string;
        twitter?: string;
        linkedin?: string;
        website?: string;
        facebook?: string;
        description?: string;
        /** /files/{key} */
        picture?: string;
      }[];
      questions: readonly {
        id: number;
        /** singleoption, multioption or singletext */
        type: string;
        isRequired: boolean;
        question: string;
        answers: readonly string[];
      }[];
    };
  };
  /** Rename, move or fill a widget. Right: events.manage. */
  changeWidget: {
    params: {
      clientId: number;
      eventId: number;
      widgetId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** What integrations find it by; the kind's name unless given */
      name?: string;
      /** Place in the console, from 1; the last unless given */
      position?: number;
      /** Where a wide console shows it */
      area?: "main" | "side";
      /** Whether it is open when people come in */
      isOpen?: boolean;
      /** By kind; replaces the whole content */
      content?: Record<string, unknown>;
    };
    file: undefined;
    answer: {
      id: number;
      kind: "media-player" | "slides" | "qa" | "speaker-bio" | "related-content" | "text-with-banner" | "survey" | "poll" | "call-to-action" | "certification" | "test" | "group-chat" | "share-idea" | "share-this" | "twitter";
      name: string;
      /** Where a wide console shows it */
      area: "main" | "side";
      isOpen: boolean;
      content: Record<string, unknown>;
      resources: readonly {
        id: number;
        name: string;
        /** As given, or /files/{key} for files */
        address: string;
        fileName?: string;
        mediaType?: string;
        byteSize?: number;
      }[];
      speakers: readonly {
        id: number;
        name: string;
        title?: string;
        company?: string;
        email: string;
        twitter?: string;
        linkedin?: string;
        website?: string;
        facebook?: string;
        description?: string;
        /** /files/{key} */
        picture?: string;
      }[];
      questions: readonly {
        id: number;
        /** singleoption, multioption or singletext */
        type: string;
        isRequired: boolean;
        question: string;
        answers: readonly string[];
      }[];
    };
  };
  /** Remove a widget with what is in it. Right: events.manage. */
  removeWidget: {
    params: {
      clientId: number;
      eventId: number;
      itemId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Remove a resource. Right: events.manage. */
  removeResource: {
    params: {
      clientId: number;
      eventId: number;
      itemId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Remove a speaker. Right: events.manage. */
  removeSpeaker: {
    params: {
      clientId: number;
      eventId: number;
      itemId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Remove a survey question; what people answered stays. Right: events.manage. */
  removeSurveyQuestion: {
    params: {
      clientId: number;
      eventId: number;
      itemId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Show an e-mail as it will go out. Personal links are samples and open nothing. Right: people.read. */
  previewEventEmail: {
    params: {
      clientId: number;
      eventId: number;
      emailId: number;
    };
    query: {
      /** Whom the e-mail goes to; a made-up person when left out */
      registrantId?: number;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      subject: string;
      /** A whole document, safe to show in a sandboxed frame */
      html: string;
      /** The same for readers without HTML */
      text: string;
    };
  };
  /** List the slides of an event. Right: events.read. */
  listSlides: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      decks: readonly {
        deckId: number;
        fileName: string;
        /** received, processing, ready or failed */
        state: string;
        /** Why it failed */
        reason?: string;
        createdAt: string;
        /** The upload itself */
        fileUrl: string;
        pages: readonly {
          page: number;
          imageUrl: string;
          text: string;
        }[];
      }[];
    };
  };
  /** Take a deck of slides out of an event. Right: events.manage. */
  deleteSlides: {
    params: {
      clientId: number;
      eventId: number;
      deckId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** List uploaded videos and documents. Newest first. Right: media.read. */
  listMedia: {
    params: {
      clientId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      media: readonly {
        mediaId: number;
        kind: "video" | "document";
        title: string;
        /** The uploader's own id */
        externalId?: string;
        fileName: string;
        mediaType: string;
        byteSize: number;
        /** received, processing, ready or failed */
        state: string;
        /** Why it failed */
        reason?: string;
        createdAt: string;
        /** The upload itself */
        fileUrl: string;
        /** HLS, of videos that are ready */
        streamUrl?: string;
        /** A picture of it */
        posterUrl?: string;
        durationSeconds?: number;
        /** Pixels */
        width?: number;
        /** Pixels */
        height?: number;
        pageCount?: number;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** Tell what became of an upload. Right: media.read. */
  getMedia: {
    params: {
      clientId: number;
      mediaId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      mediaId: number;
      kind: "video" | "document";
      title: string;
      /** The uploader's own id */
      externalId?: string;
      fileName: string;
      mediaType: string;
      byteSize: number;
      /** received, processing, ready or failed */
      state: string;
      /** Why it failed */
      reason?: string;
      createdAt: string;
      /** The upload itself */
      fileUrl: string;
      /** HLS, of videos that are ready */
      streamUrl?: string;
      /** A picture of it */
      posterUrl?: string;
      durationSeconds?: number;
      /** Pixels */
      width?: number;
      /** Pixels */
      height?: number;
      pageCount?: number;
    };
  };
  /** List the videos of an event's player. Right: events.read. */
  listEventVideos: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      videos: readonly {
        mediaId: number;
        kind: "video" | "document";
        title: string;
        /** The uploader's own id */
        externalId?: string;
        fileName: string;
        mediaType: string;
        byteSize: number;
        /** received, processing, ready or failed */
        state: string;
        /** Why it failed */
        reason?: string;
        createdAt: string;
        /** The upload itself */
        fileUrl: string;
        /** HLS, of videos that are ready */
        streamUrl?: string;
        /** A picture of it */
        posterUrl?: string;
        durationSeconds?: number;
        /** Pixels */
        width?: number;
        /** Pixels */
        height?: number;
        pageCount?: number;
      }[];
    };
  };
  /** Choose the videos of an event's player. Right: events.manage. */
  setEventVideos: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** In the order of playing */
      mediaIds: readonly number[];
    };
    file: undefined;
    answer: {
      videos: readonly {
        mediaId: number;
        kind: "video" | "document";
        title: string;
        /** The uploader's own id */
        externalId?: string;
        fileName: string;
        mediaType: string;
        byteSize: number;
        /** received, processing, ready or failed */
        state: string;
        /** Why it failed */
        reason?: string;
        createdAt: string;
        /** The upload itself */
        fileUrl: string;
        /** HLS, of videos that are ready */
        streamUrl?: string;
        /** A picture of it */
        posterUrl?: string;
        durationSeconds?: number;
        /** Pixels */
        width?: number;
        /** Pixels */
        height?: number;
        pageCount?: number;
      }[];
    };
  };
  /** List the captions of an event. Right: events.read. */
  listCaptions: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      captions: readonly {
        language: string;
        /** As players list it; the language's own name unless given */
        label: string;
        /** Where players read the text */
        url: string;
        createdAt: string;
      }[];
    };
  };
  /** Delete an event's captions in one language. Right: events.manage. */
  deleteCaptions: {
    params: {
      clientId: number;
      eventId: number;
      language: string;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Give an event captions in a language. A WebVTT text as text/vtt, or JSON with it; replaces what there was in the language. Right: events.manage. */
  setCaptions: {
    params: {
      clientId: number;
      eventId: number;
      language: string;
    };
    query: {
      label?: string;
    };
    headers: undefined;
    body: {
      label?: string;
      /** The WebVTT text, 5 MB at most */
      vtt: string;
    };
    file: "text/vtt";
    answer: {
      language: string;
      label: string;
    };
  };
  /** Create a hub. Right: hubs.manage. */
  createHub: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      title: string;
      /** Engagement Hub (default) or Target Experience */
      kind?: "hub" | "experience";
      abstract?: string;
      /** Stands in the hub's address: small letters, digits, hyphens */
      slug?: string;
      /** BCP 47; en by default */
      languageCode?: string;
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      title: string;
      abstract?: string;
      slug: string;
      languageCode: string;
      url: string;
      isActive: boolean;
      createdAt: string;
      modifiedAt: string;
      categories: readonly {
        id: number;
        name: string;
      }[];
      filterGroups: readonly {
        name: string;
        filters: readonly {
          id: number;
          name: string;
        }[];
      }[];
    };
  };
  /** List the hubs of a client. Right: hubs.read. */
  listHubs: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      hubs: readonly {
        id: number;
        kind: string;
        title: string;
        abstract?: string;
        slug: string;
        languageCode: string;
        url: string;
        isActive: boolean;
        createdAt: string;
        modifiedAt: string;
      }[];
    };
  };
  /** A hub with its categories and filters. Right: hubs.read. */
  getHub: {
    params: {
      clientId: number;
      hubId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      id: number;
      kind: string;
      title: string;
      abstract?: string;
      slug: string;
      languageCode: string;
      url: string;
      isActive: boolean;
      createdAt: string;
      modifiedAt: string;
      categories: readonly {
        id: number;
        name: string;
      }[];
      filterGroups: readonly {
        name: string;
        filters: readonly {
          id: number;
          name: string;
        }[];
      }[];
    };
  };
  /** Change a hub. A new slug is a new address; the old one leads nowhere. Right: hubs.manage. */
  updateHub: {
    params: {
      clientId: number;
      hubId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      title?: string;
      abstract?: string;
      /** Stands in the hub's address: small letters, digits, hyphens */
      slug?: string;
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      title: string;
      abstract?: string;
      slug: string;
      languageCode: string;
      url: string;
      isActive: boolean;
      createdAt: string;
      modifiedAt: string;
      categories: readonly {
        id: number;
        name: string;
      }[];
      filterGroups: readonly {
        name: string;
        filters: readonly {
          id: number;
          name: string;
        }[];
      }[];
    };
  };
  /** Set the categories of a hub, in order. Right: hubs.manage. */
  setHubCategories: {
    params: {
      clientId: number;
      hubId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      categories: readonly {
        /** Of one there is; it may get another name */
        id?: number;
        name: string;
      }[];
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      title: string;
      abstract?: string;
      slug: string;
      languageCode: string;
      url: string;
      isActive: boolean;
      createdAt: string;
      modifiedAt: string;
      categories: readonly {
        id: number;
        name: string;
      }[];
      filterGroups: readonly {
        name: string;
        filters: readonly {
          id: number;
          name: string;
        }[];
      }[];
    };
  };
  /** Set the filters of a hub, by group and in order. Right: hubs.manage. */
  setHubFilters: {
    params: {
      clientId: number;
      hubId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      groups: readonly {
        name: string;
        filters: readonly {
          /** Of one there is; it may get another name */
          id?: number;
          name: string;
        }[];
      }[];
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      title: string;
      abstract?: string;
      slug: string;
      languageCode: string;
      url: string;
      isActive: boolean;
      createdAt: string;
      modifiedAt: string;
      categories: readonly {
        id: number;
        name: string;
      }[];
      filterGroups: readonly {
        name: string;
        filters: readonly {
          id: number;
          name: string;
        }[];
      }[];
    };
  };
  /** Add content to a hub. It is on the page once it is published. Right: hubs.manage. */
  addHubContent: {
    params: {
      clientId: number;
      hubId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** A webinar, or content that another hub has */
      contentId?: number;
      media?: {
        mediaId: number;
        kind: "video" | "podcast" | "pdf" | "image";
      };
      url?: string;
      text?: string;
      derivativeId?: number;
      title?: string;
      abstract?: string;
      /** BCP 47; en by default */
      languageCode?: string;
      tags?: readonly string[];
      funnelStages?: readonly string[];
      categoryIds?: readonly number[];
      filterIds?: readonly number[];
    };
    file: undefined;
    answer: {
      contentId: number;
      title: string;
      abstract?: string;
      contentType: string;
      url: string;
      publishedAt?: string;
      thumbnail?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      categoryIds: readonly number[];
      filterIds: readonly number[];
      mediaId?: number;
      webAddress?: string;
      derivativeId?: number;
      text?: string;
    };
  };
  /** List the contents of a hub, published or not. Right: hubs.read. */
  listHubContents: {
    params: {
      clientId: number;
      hubId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      contents: readonly {
        contentId: number;
        title: string;
        abstract?: string;
        contentType: string;
        url: string;
        publishedAt?: string;
        thumbnail?: string;
        tags: readonly string[];
        funnelStages: readonly string[];
        categoryIds: readonly number[];
        filterIds: readonly number[];
        mediaId?: number;
        webAddress?: string;
        derivativeId?: number;
        text?: string;
      }[];
    };
  };
  /** Order the contents of a hub. Right: hubs.manage. */
  orderHubContents: {
    params: {
      clientId: number;
      hubId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      contentIds: readonly number[];
    };
    file: undefined;
    answer: undefined;
  };
  /** Remove a content from a hub. The content itself stays, and so do its figures. Right: hubs.manage. */
  removeHubContent: {
    params: {
      clientId: number;
      hubId: number;
      contentId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** A content of a hub, with its text. Right: hubs.read. */
  getHubContent: {
    params: {
      clientId: number;
      hubId: number;
      contentId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      contentId: number;
      title: string;
      abstract?: string;
      contentType: string;
      url: string;
      publishedAt?: string;
      thumbnail?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      categoryIds: readonly number[];
      filterIds: readonly number[];
      mediaId?: number;
      webAddress?: string;
      derivativeId?: number;
      text?: string;
    };
  };
  /** Change how a content is sorted, and the texts of what is no webinar. Right: hubs.manage. */
  updateHubContent: {
    params: {
      clientId: number;
      hubId: number;
      contentId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      title?: string;
      abstract?: string;
      text?: string;
      tags?: readonly string[];
      funnelStages?: readonly string[];
      categoryIds?: readonly number[];
      filterIds?: readonly number[];
    };
    file: undefined;
    answer: {
      contentId: number;
      title: string;
      abstract?: string;
      contentType: string;
      url: string;
      publishedAt?: string;
      thumbnail?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      categoryIds: readonly number[];
      filterIds: readonly number[];
      mediaId?: number;
      webAddress?: string;
      derivativeId?: number;
      text?: string;
    };
  };
  /** Publish a content on its hub. Right: hubs.manage. */
  publishHubContent: {
    params: {
      clientId: number;
      hubId: number;
      contentId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      contentId: number;
      title: string;
      abstract?: string;
      contentType: string;
      url: string;
      publishedAt?: string;
      thumbnail?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      categoryIds: readonly number[];
      filterIds: readonly number[];
      mediaId?: number;
      webAddress?: string;
      derivativeId?: number;
      text?: string;
    };
  };
  /** Take a content off the hub's page. Right: hubs.manage. */
  unpublishHubContent: {
    params: {
      clientId: number;
      hubId: number;
      contentId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      contentId: number;
      title: string;
      abstract?: string;
      contentType: string;
      url: string;
      publishedAt?: string;
      thumbnail?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      categoryIds: readonly number[];
      filterIds: readonly number[];
      mediaId?: number;
      webAddress?: string;
      derivativeId?: number;
      text?: string;
    };
  };
  /** What visitors wrote about a content. Right: hubs.read. */
  listHubComments: {
    params: {
      clientId: number;
      hubId: number;
      contentId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      comments: readonly {
        id: number;
        /** Random, of the visitor's browser */
        visitorId: string;
        text: string;
        happenedAt: string;
      }[];
    };
  };
  /** Have texts made of a webinar's captions. They are made in the background: read their state until it is ready or failed. Right: hubs.manage. */
  requestDerivatives: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      kinds: readonly ("transcript" | "key-takeaways" | "blog-post" | "ebook")[];
      /** The staff user it is made for */
      userName?: string;
    };
    file: undefined;
    answer: {
      derivatives: readonly {
        id: number;
        kind: string;
        sourceEventId: number;
        title: string;
        /** received, processing, ready or failed */
        state: string;
        /** Why it failed */
        reason?: string;
        tags: readonly string[];
        funnelStages: readonly string[];
        /** Once it has been published */
        contentId?: number;
        createdBy?: string;
        createdAt: string;
        modifiedAt: string;
        /** HTML; when one is asked for */
        text?: string;
      }[];
    };
  };
  /** List the texts made of a webinar, finished or not. Right: hubs.read. */
  listDerivatives: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      derivatives: readonly {
        id: number;
        kind: string;
        sourceEventId: number;
        title: string;
        /** received, processing, ready or failed */
        state: string;
        /** Why it failed */
        reason?: string;
        tags: readonly string[];
        funnelStages: readonly string[];
        /** Once it has been published */
        contentId?: number;
        createdBy?: string;
        createdAt: string;
        modifiedAt: string;
        /** HTML; when one is asked for */
        text?: string;
      }[];
    };
  };
  /** Make a nurture page of a webinar's texts. It takes the texts as they are; later changes of them do not reach it. Right: hubs.manage. */
  createNurturePage: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      title: string;
      derivativeIds: readonly number[];
      tags?: readonly string[];
      funnelStages?: readonly string[];
      /** The staff user it is made for */
      userName?: string;
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      sourceEventId: number;
      title: string;
      /** received, processing, ready or failed */
      state: string;
      /** Why it failed */
      reason?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      /** Once it has been published */
      contentId?: number;
      createdBy?: string;
      createdAt: string;
      modifiedAt: string;
      /** HTML; when one is asked for */
      text?: string;
    };
  };
  /** A text made of a webinar. Right: hubs.read. */
  getDerivative: {
    params: {
      clientId: number;
      derivativeId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      id: number;
      kind: string;
      sourceEventId: number;
      title: string;
      /** received, processing, ready or failed */
      state: string;
      /** Why it failed */
      reason?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      /** Once it has been published */
      contentId?: number;
      createdBy?: string;
      createdAt: string;
      modifiedAt: string;
      /** HTML; when one is asked for */
      text?: string;
    };
  };
  /** Change what is given of a text. Right: hubs.manage. */
  editDerivative: {
    params: {
      clientId: number;
      derivativeId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      title?: string;
      text?: string;
      tags?: readonly string[];
      funnelStages?: readonly string[];
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      sourceEventId: number;
      title: string;
      /** received, processing, ready or failed */
      state: string;
      /** Why it failed */
      reason?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      /** Once it has been published */
      contentId?: number;
      createdBy?: string;
      createdAt: string;
      modifiedAt: string;
      /** HTML; when one is asked for */
      text?: string;
    };
  };
  /** Delete a text, and the content it became. Right: hubs.manage. */
  deleteDerivative: {
    params: {
      clientId: number;
      derivativeId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Publish a text on a hub. With its first publication it gets a content id. Right: hubs.manage. */
  publishDerivative: {
    params: {
      clientId: number;
      derivativeId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      hubId: number;
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      sourceEventId: number;
      title: string;
      /** received, processing, ready or failed */
      state: string;
      /** Why it failed */
      reason?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      /** Once it has been published */
      contentId?: number;
      createdBy?: string;
      createdAt: string;
      modifiedAt: string;
      /** HTML; when one is asked for */
      text?: string;
    };
  };
  /** Take a text off a hub's page. It keeps its content id. Right: hubs.manage. */
  unpublishDerivative: {
    params: {
      clientId: number;
      derivativeId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      hubId: number;
    };
    file: undefined;
    answer: {
      id: number;
      kind: string;
      sourceEventId: number;
      title: string;
      /** received, processing, ready or failed */
      state: string;
      /** Why it failed */
      reason?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      /** Once it has been published */
      contentId?: number;
      createdBy?: string;
      createdAt: string;
      modifiedAt: string;
      /** HTML; when one is asked for */
      text?: string;
    };
  };
  /** E-mails of an event that were kept instead of sent, newest first. Without SMTP_URL every e-mail is kept here. Right: people.read. */
  listMailbox: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** Part of the receiver's address */
      recipient?: string;
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      mails: readonly {
        mailId: number;
        registrantId: number;
        kind: "confirmation" | "reminder-1" | "reminder-2" | "reminder-3" | "follow-up-attended" | "follow-up-missed" | "confirm-address" | "log-in" | "approval-pending" | "denied" | "waitlisted" | "registration-cancelled" | "moved" | "cancelled";
        sender: string;
        recipient: string;
        subject: string;
        /** Whether it brings an entry for the calendar */
        hasInvite: boolean;
        keptAt: string;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** An e-mail that was kept instead of sent, whole. Right: people.read. */
  getKeptMail: {
    params: {
      clientId: number;
      eventId: number;
      mailId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      mailId: number;
      registrantId: number;
      kind: "confirmation" | "reminder-1" | "reminder-2" | "reminder-3" | "follow-up-attended" | "follow-up-missed" | "confirm-address" | "log-in" | "approval-pending" | "denied" | "waitlisted" | "registration-cancelled" | "moved" | "cancelled";
      sender: string;
      recipient: string;
      subject: string;
      /** Whether it brings an entry for the calendar */
      hasInvite: boolean;
      keptAt: string;
      html: string;
      text: string;
      /** RFC 5545 */
      calendar?: string;
    };
  };
  /** E-mails of an event that reached nobody, counted by reason. Right: people.read. */
  listMissedMails: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      missed: readonly {
        kind: "confirmation" | "reminder-1" | "reminder-2" | "reminder-3" | "follow-up-attended" | "follow-up-missed" | "confirm-address" | "log-in" | "approval-pending" | "denied" | "waitlisted" | "registration-cancelled" | "moved" | "cancelled";
        /** suppressed: not wanted any more when its turn came; failed: our server would not take it; bounced: the receiver's would not; unacknowledged: handed over, but no receipt came */
        state: "suppressed" | "failed" | "bounced" | "unacknowledged";
        /** In the servers' words, without addresses */
        reason?: string;
        mails: number;
      }[];
    };
  };
  /** Send again the e-mails of an event that no receipt came for. Most of them did arrive; they have the same Message-ID. Right: people.manage. */
  resendUnacknowledged: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** How many are sent again */
      mails: number;
    };
  };
  /** Set the address that a client's e-mails are sent from. Its domain must let our mail server send (SPF, DKIM); see docs/operate/mail.md. Right: settings.manage. */
  setMailSender: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** Null = the installation's MAIL_FROM */
      address: string | undefined;
    };
    file: undefined;
    answer: {
      /** Null = the installation's MAIL_FROM */
      address: string | undefined;
    };
  };
  /** Imports of an event, newest first. Right: people.read. */
  listImports: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      imports: readonly {
        importId: number;
        eventId: number;
        dryRun: boolean;
        honorRequired: boolean;
        honorValidation: boolean;
        state: "received" | "processing" | "ready" | "failed" | "cancelled";
        /** Why it failed */
        reason?: string;
        /** People on the list */
        rows: number;
        counts: {
          /** Registered */
          created: number;
          /** Registered before, and updated */
          updated: number;
          /** Have to wait: for a seat, for approval, or to confirm the address */
          waiting: number;
          /** Kept out by a gate */
          refused: number;
          /** Rows that can't be used */
          invalid: number;
        };
        /** Rows that are not worked yet */
        remaining: number;
        /** Columns that mean no field of a registrant */
        ignoredColumns: readonly string[];
        createdAt: string;
        endedAt?: string;
        /** When the people's data was removed */
        erasedAt?: string;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** Register a list of people. The body is CSV (UTF-8, or the charset that Content-Type or a byte order mark names; commas, semicolons or tabs; the first row names the fields as the compatible API or the registration page does) or JSON lines, up to 100 MB. It is worked in the background. Right: people.manage. */
  createImport: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      /** Tells what would happen, and registers nobody */
      dryRun?: boolean;
      /** Whether the page's required fields must be there */
      honorRequired?: boolean;
      /** Whether fields with options must hold one of them */
      honorValidation?: boolean;
    };
    headers: {
      /** Your own mark of this request: sent again with the same list, the list is imported once */
      "idempotency-key"?: string;
    };
    body: undefined;
    file: "text/csv" | "text/tab-separated-values" | "application/jsonl" | "application/x-ndjson";
    answer: {
      importId: number;
      eventId: number;
      dryRun: boolean;
      honorRequired: boolean;
      honorValidation: boolean;
      state: "received" | "processing" | "ready" | "failed" | "cancelled";
      /** Why it failed */
      reason?: string;
      /** People on the list */
      rows: number;
      counts: {
        /** Registered */
        created: number;
        /** Registered before, and updated */
        updated: number;
        /** Have to wait: for a seat, for approval, or to confirm the address */
        waiting: number;
        /** Kept out by a gate */
        refused: number;
        /** Rows that can't be used */
        invalid: number;
      };
      /** Rows that are not worked yet */
      remaining: number;
      /** Columns that mean no field of a registrant */
      ignoredColumns: readonly string[];
      createdAt: string;
      endedAt?: string;
      /** When the people's data was removed */
      erasedAt?: string;
    };
  };
  /** Tell how far an import is. Right: people.read. */
  getImport: {
    params: {
      clientId: number;
      eventId: number;
      importId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      importId: number;
      eventId: number;
      dryRun: boolean;
      honorRequired: boolean;
      honorValidation: boolean;
      state: "received" | "processing" | "ready" | "failed" | "cancelled";
      /** Why it failed */
      reason?: string;
      /** People on the list */
      rows: number;
      counts: {
        /** Registered */
        created: number;
        /** Registered before, and updated */
        updated: number;
        /** Have to wait: for a seat, for approval, or to confirm the address */
        waiting: number;
        /** Kept out by a gate */
        refused: number;
        /** Rows that can't be used */
        invalid: number;
      };
      /** Rows that are not worked yet */
      remaining: number;
      /** Columns that mean no field of a registrant */
      ignoredColumns: readonly string[];
      createdAt: string;
      endedAt?: string;
      /** When the people's data was removed */
      erasedAt?: string;
    };
  };
  /** Stop an import, and remove what its list told of people. Whoever is registered already stays so. Without it the list's data is removed after 30 days. Right: people.manage. */
  endImport: {
    params: {
      clientId: number;
      eventId: number;
      importId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      importId: number;
      eventId: number;
      dryRun: boolean;
      honorRequired: boolean;
      honorValidation: boolean;
      state: "received" | "processing" | "ready" | "failed" | "cancelled";
      /** Why it failed */
      reason?: string;
      /** People on the list */
      rows: number;
      counts: {
        /** Registered */
        created: number;
        /** Registered before, and updated */
        updated: number;
        /** Have to wait: for a seat, for approval, or to confirm the address */
        waiting: number;
        /** Kept out by a gate */
        refused: number;
        /** Rows that can't be used */
        invalid: number;
      };
      /** Rows that are not worked yet */
      remaining: number;
      /** Columns that mean no field of a registrant */
      ignoredColumns: readonly string[];
      createdAt: string;
      endedAt?: string;
      /** When the people's data was removed */
      erasedAt?: string;
    };
  };
  /** What became of each row of an import. In the order of the list. Rows are kept for 30 days after the import. Right: people.read. */
  listImportRows: {
    params: {
      clientId: number;
      eventId: number;
      importId: number;
    };
    query: {
      outcome?: "created" | "updated" | "waiting" | "refused" | "invalid";
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      rows: readonly {
        /** The first person of the list is 1; empty lines do not count */
        row: number;
        email?: string;
        /** Missing until the row is worked */
        outcome?: "created" | "updated" | "waiting" | "refused" | "invalid";
        /** Where the person stands */
        status?: string;
        registrantId?: number;
        /** Why it is refused or invalid, for programs */
        code?: string;
        /** The same for people */
        detail?: string;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** Set up an identity provider. Its metadata comes as text or from an address, which is read again every night. Right: sign-in.manage. */
  createIdentityProvider: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      name: string;
      purposes: readonly ("audience" | "staff")[];
      /** Registrant field -> attribute that fills it; empty for none. The usual names where nothing is said. */
      attributes?: {
        firstName?: string;
        lastName?: string;
        email?: string;
        company?: string;
        jobTitle?: string;
        addressStreet1?: string;
        addressStreet2?: string;
        city?: string;
        state?: string;
        zip?: string;
        country?: string;
        homePhone?: string;
        workPhone?: string;
        fax?: string;
        jobFunction?: string;
        companyIndustry?: string;
        companySize?: string;
        partnerRef?: string;
        std1?: string;
        std2?: string;
        std3?: string;
        std4?: string;
        std5?: string;
        std6?: string;
        std7?: string;
        std8?: string;
        std9?: string;
        std10?: string;
        userName?: string;
        extEventUserCd?: string;
        other?: string;
        notes?: string;
        marketingEmail?: string;
        eventEmail?: string;
        emailFormat?: string;
        utmSource?: string;
        utmMedium?: string;
        utmCampaign?: string;
        utmTerm?: string;
        utmContent?: string;
        attendeeType?: string;
        sourceCampaignCode?: string;
      };
      /** Otherwise only test logins work; true unless given */
      isActive?: boolean;
      /** True unless given */
      areRequestsSigned?: boolean;
      /** Whether it signs in people who began there, not here; false unless given */
      isUnsolicitedAllowed?: boolean;
      /** Whether unknown staff becomes a user without permissions; false unless given */
      createsUsers?: boolean;
      /** SAML 2.0 metadata, XML */
      metadata?: string;
      /** Where the metadata is, instead; read every night */
      metadataUrl?: string;
    };
    file: undefined;
    answer: {
      providerId: number;
      clientId: number;
      name: string;
      purposes: readonly string[];
      entityId: string;
      ssoUrl: string;
      sloUrl?: string;
      certificates: readonly {
        /** SHA-256 */
        fingerprint: string;
        expiresAt?: string;
      }[];
      attributes: Record<string, string>;
      isActive: boolean;
      areRequestsSigned: boolean;
      isUnsolicitedAllowed: boolean;
      createsUsers: boolean;
      metadataUrl?: string;
      metadataFetchedAt?: string;
      /** Why the last reading failed */
      metadataFault?: string;
      /** For staff; for the audience of an event, add ?event=ID&key=AUDIENCEKEY */
      loginUrl: string;
    };
  };
  /** List the identity providers of a client. Right: sign-in.manage. */
  listIdentityProviders: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      identityProviders: readonly {
        providerId: number;
        clientId: number;
        name: string;
        purposes: readonly string[];
        entityId: string;
        ssoUrl: string;
        sloUrl?: string;
        certificates: readonly {
          /** SHA-256 */
          fingerprint: string;
          expiresAt?: string;
        }[];
        attributes: Record<string, string>;
        isActive: boolean;
        areRequestsSigned: boolean;
        isUnsolicitedAllowed: boolean;
        createsUsers: boolean;
        metadataUrl?: string;
        metadataFetchedAt?: string;
        /** Why the last reading failed */
        metadataFault?: string;
        /** For staff; for the audience of an event, add ?event=ID&key=AUDIENCEKEY */
        loginUrl: string;
      }[];
    };
  };
  /** An identity provider. Right: sign-in.manage. */
  getIdentityProvider: {
    params: {
      clientId: number;
      providerId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      providerId: number;
      clientId: number;
      name: string;
      purposes: readonly string[];
      entityId: string;
      ssoUrl: string;
      sloUrl?: string;
      certificates: readonly {
        /** SHA-256 */
        fingerprint: string;
        expiresAt?: string;
      }[];
      attributes: Record<string, string>;
      isActive: boolean;
      areRequestsSigned: boolean;
      isUnsolicitedAllowed: boolean;
      createsUsers: boolean;
      metadataUrl?: string;
      metadataFetchedAt?: string;
      /** Why the last reading failed */
      metadataFault?: string;
      /** For staff; for the audience of an event, add ?event=ID&key=AUDIENCEKEY */
      loginUrl: string;
    };
  };
  /** Change an identity provider. Right: sign-in.manage. */
  updateIdentityProvider: {
    params: {
      clientId: number;
      providerId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      name?: string;
      purposes?: readonly ("audience" | "staff")[];
      /** Registrant field -> attribute that fills it; empty for none. The usual names where nothing is said. */
      attributes?: {
        firstName?: string;
        lastName?: string;
        email?: string;
        company?: string;
        jobTitle?: string;
        addressStreet1?: string;
        addressStreet2?: string;
        city?: string;
        state?: string;
        zip?: string;
        country?: string;
        homePhone?: string;
        workPhone?: string;
        fax?: string;
        jobFunction?: string;
        companyIndustry?: string;
        companySize?: string;
        partnerRef?: string;
        std1?: string;
        std2?: string;
        std3?: string;
        std4?: string;
        std5?: string;
        std6?: string;
        std7?: string;
        std8?: string;
        std9?: string;
        std10?: string;
        userName?: string;
        extEventUserCd?: string;
        other?: string;
        notes?: string;
        marketingEmail?: string;
        eventEmail?: string;
        emailFormat?: string;
        utmSource?: string;
        utmMedium?: string;
        utmCampaign?: string;
        utmTerm?: string;
        utmContent?: string;
        attendeeType?: string;
        sourceCampaignCode?: string;
      };
      /** Otherwise only test logins work; true unless given */
      isActive?: boolean;
      /** True unless given */
      areRequestsSigned?: boolean;
      /** Whether it signs in people who began there, not here; false unless given */
      isUnsolicitedAllowed?: boolean;
      /** Whether unknown staff becomes a user without permissions; false unless given */
      createsUsers?: boolean;
      /** SAML 2.0 metadata, XML */
      metadata?: string;
      /** Where the metadata is, instead; read every night */
      metadataUrl?: string;
    };
    file: undefined;
    answer: {
      providerId: number;
      clientId: number;
      name: string;
      purposes: readonly string[];
      entityId: string;
      ssoUrl: string;
      sloUrl?: string;
      certificates: readonly {
        /** SHA-256 */
        fingerprint: string;
        expiresAt?: string;
      }[];
      attributes: Record<string, string>;
      isActive: boolean;
      areRequestsSigned: boolean;
      isUnsolicitedAllowed: boolean;
      createsUsers: boolean;
      metadataUrl?: string;
      metadataFetchedAt?: string;
      /** Why the last reading failed */
      metadataFault?: string;
      /** For staff; for the audience of an event, add ?event=ID&key=AUDIENCEKEY */
      loginUrl: string;
    };
  };
  /** Remove an identity provider. Whoever is signed in by it stays so until the session ends. Right: sign-in.manage. */
  deleteIdentityProvider: {
    params: {
      clientId: number;
      providerId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Read the metadata of an identity provider now. Right: sign-in.manage. */
  refreshIdentityProvider: {
    params: {
      clientId: number;
      providerId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      providerId: number;
      clientId: number;
      name: string;
      purposes: readonly string[];
      entityId: string;
      ssoUrl: string;
      sloUrl?: string;
      certificates: readonly {
        /** SHA-256 */
        fingerprint: string;
        expiresAt?: string;
      }[];
      attributes: Record<string, string>;
      isActive: boolean;
      areRequestsSigned: boolean;
      isUnsolicitedAllowed: boolean;
      createsUsers: boolean;
      metadataUrl?: string;
      metadataFetchedAt?: string;
      /** Why the last reading failed */
      metadataFault?: string;
      /** For staff; for the audience of an event, add ?event=ID&key=AUDIENCEKEY */
      loginUrl: string;
    };
  };
  /** Make a link for a test login. Whoever opens it within an hour signs in and sees the attributes received and what would be registered. Nobody is. Right: sign-in.manage. */
  createSignInTest: {
    params: {
      clientId: number;
      providerId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** Whose registration page says which fields are needed */
      eventId?: number;
    };
    file: undefined;
    answer: {
      url: string;
      expiresAt: string;
    };
  };
  /** What identity providers have to be told of this client. Right: sign-in.manage. */
  getServiceProvider: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Also called identifier or audience */
      entityId: string;
      metadataUrl: string;
      /** Also called reply or single sign-on URL */
      acsUrl: string;
      /** Also called logout URL */
      sloUrl: string;
      keys: readonly {
        keyId: number;
        /** next, current or old */
        state: string;
        /** X.509, PEM */
        certificate: string;
        /** SHA-256 */
        fingerprint: string;
        expiresAt: string;
      }[];
    };
  };
  /** Make the next key. It is in the metadata at once and signs nothing until it is activated. Right: sign-in.manage. */
  createServiceProviderKey: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Also called identifier or audience */
      entityId: string;
      metadataUrl: string;
      /** Also called reply or single sign-on URL */
      acsUrl: string;
      /** Also called logout URL */
      sloUrl: string;
      keys: readonly {
        keyId: number;
        /** next, current or old */
        state: string;
        /** X.509, PEM */
        certificate: string;
        /** SHA-256 */
        fingerprint: string;
        expiresAt: string;
      }[];
    };
  };
  /** Sign with this key from now on. The key before it stays, to read what is still encrypted for it, until it is deleted. Right: sign-in.manage. */
  activateServiceProviderKey: {
    params: {
      clientId: number;
      keyId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Also called identifier or audience */
      entityId: string;
      metadataUrl: string;
      /** Also called reply or single sign-on URL */
      acsUrl: string;
      /** Also called logout URL */
      sloUrl: string;
      keys: readonly {
        keyId: number;
        /** next, current or old */
        state: string;
        /** X.509, PEM */
        certificate: string;
        /** SHA-256 */
        fingerprint: string;
        expiresAt: string;
      }[];
    };
  };
  /** Delete a key that is not in use. Right: sign-in.manage. */
  deleteServiceProviderKey: {
    params: {
      clientId: number;
      keyId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** List who presents in an event. Right: events.manage. */
  listPresenters: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      presenters: readonly {
        presenterId: number;
        firstName: string;
        lastName: string;
        email: string;
        role: "producer" | "presenter" | "moderator";
        createdAt: string;
      }[];
    };
  };
  /** Let somebody present in an event. They come in by a link of their own, without an account. Right: events.manage. */
  addPresenter: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      firstName: string;
      lastName: string;
      email: string;
      role: "producer" | "presenter" | "moderator";
    };
    file: undefined;
    answer: {
      presenterId: number;
      firstName: string;
      lastName: string;
      email: string;
      role: "producer" | "presenter" | "moderator";
      createdAt: string;
    };
  };
  /** Change a presenter's name, address or role. Right: events.manage. */
  changePresenter: {
    params: {
      clientId: number;
      eventId: number;
      presenterId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      firstName?: string;
      lastName?: string;
      email?: string;
      role?: "producer" | "presenter" | "moderator";
    };
    file: undefined;
    answer: {
      presenterId: number;
      firstName: string;
      lastName: string;
      email: string;
      role: "producer" | "presenter" | "moderator";
      createdAt: string;
    };
  };
  /** Let somebody present no longer. Their link ends at once, and they have to leave the room. Right: events.manage. */
  revokePresenter: {
    params: {
      clientId: number;
      eventId: number;
      presenterId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** The link of a presenter. Right: events.manage. */
  getPresenterLink: {
    params: {
      clientId: number;
      eventId: number;
      presenterId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** The presenter's own; whoever has it presents in their name */
      deskUrl: string;
    };
  };
  /** Give a presenter another link. The old one ends at once, and whoever came by it has to leave the room. Right: events.manage. */
  renewPresenterLink: {
    params: {
      clientId: number;
      eventId: number;
      presenterId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** The presenter's own; whoever has it presents in their name */
      deskUrl: string;
    };
  };
  /** Let registrants into the room from a page of yours. Whoever is not registered, or blocked, is left out. Right: people.manage. */
  issueRoomTickets: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      registrantIds: readonly number[];
    };
    file: undefined;
    answer: {
      tickets: readonly {
        registrantId: number;
        /** As `ticket` in the address of the room; good for 24 hours */
        ticket: string;
      }[];
    };
  };
  /** List what calls to action have brought. Meetings, demos, trials and prices asked for, and messages to contacts. Newest first. Right: people.read. */
  listConversions: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Newest first */
      conversions: readonly {
        conversionId: number;
        eventUserId: number;
        widgetId: number;
        /** As it was called then */
        widgetName: string;
        purpose: "link" | "gateway" | "meeting" | "demo" | "free-trial" | "contact-us" | "pricing" | "price-quote" | "drift" | "calendly";
        /** The web address that was followed, or the mail address asked */
        address?: string;
        /** As they wrote it */
        message?: string;
        convertedAt: string;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** List the polls of an event, with what came of them. Right: events.read. */
  listPolls: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** In their order */
      polls: readonly {
        id: number;
        position: number;
        question: {
          /** Of this version: another wording is another question */
          id: number;
          type: "singleoption" | "multioption" | "rating" | "singletext";
          text: string;
          options: readonly {
            code: string;
            answer: string;
            isRight: boolean;
            votes: number;
          }[];
        };
        /** People who answered this version */
        answers: number;
        isAnonymous: boolean;
        isChangeAllowed: boolean;
        isResultShown: boolean;
        isOnDemand: boolean;
        isOpen: boolean;
        isPublished: boolean;
        /** When it was first put to the audience */
        pushedAt?: string;
      }[];
    };
  };
  /** Add a poll. It is shown to nobody before somebody in the room pushes it. With right options it is a quiz. Right: events.manage. */
  addPoll: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      question: {
        type: "singleoption" | "multioption" | "rating" | "singletext";
        text: string;
        /** Of singleoption and multioption */
        options?: readonly {
          answer: string;
          /** Of a quiz: told when the results are published, not before */
          isRight?: boolean;
        }[];
        /** Of a rating: from 1 to this, 5 unless given */
        scale?: number;
      };
      /** Nobody learns who answered what; the audience is told so. Not together with the next */
      isAnonymous?: boolean;
      /** People may answer anew while it is open */
      isChangeAllowed?: boolean;
      /** Closing it shows the results to everybody */
      isResultShown?: boolean;
      /** It can be answered where the recording is watched; true unless given */
      isOnDemand?: boolean;
      /** Place among the event's polls, from 1; the last unless given */
      position?: number;
    };
    file: undefined;
    answer: {
      id: number;
      position: number;
      question: {
        /** Of this version: another wording is another question */
        id: number;
        type: "singleoption" | "multioption" | "rating" | "singletext";
        text: string;
        options: readonly {
          code: string;
          answer: string;
          isRight: boolean;
          votes: number;
        }[];
      };
      /** People who answered this version */
      answers: number;
      isAnonymous: boolean;
      isChangeAllowed: boolean;
      isResultShown: boolean;
      isOnDemand: boolean;
      isOpen: boolean;
      isPublished: boolean;
      /** When it was first put to the audience */
      pushedAt?: string;
    };
  };
  /** Reword, move or set a poll. Another question is another version of the poll: earlier answers stay with theirs, and are not counted in it. Right: events.manage. */
  changePoll: {
    params: {
      clientId: number;
      eventId: number;
      pollId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      question?: {
        type: "singleoption" | "multioption" | "rating" | "singletext";
        text: string;
        /** Of singleoption and multioption */
        options?: readonly {
          answer: string;
          /** Of a quiz: told when the results are published, not before */
          isRight?: boolean;
        }[];
        /** Of a rating: from 1 to this, 5 unless given */
        scale?: number;
      };
      /** Nobody learns who answered what; the audience is told so. Not together with the next */
      isAnonymous?: boolean;
      /** People may answer anew while it is open */
      isChangeAllowed?: boolean;
      /** Closing it shows the results to everybody */
      isResultShown?: boolean;
      /** It can be answered where the recording is watched; true unless given */
      isOnDemand?: boolean;
      /** Place among the event's polls, from 1; the last unless given */
      position?: number;
    };
    file: undefined;
    answer: {
      id: number;
      position: number;
      question: {
        /** Of this version: another wording is another question */
        id: number;
        type: "singleoption" | "multioption" | "rating" | "singletext";
        text: string;
        options: readonly {
          code: string;
          answer: string;
          isRight: boolean;
          votes: number;
        }[];
      };
      /** People who answered this version */
      answers: number;
      isAnonymous: boolean;
      isChangeAllowed: boolean;
      isResultShown: boolean;
      isOnDemand: boolean;
      isOpen: boolean;
      isPublished: boolean;
      /** When it was first put to the audience */
      pushedAt?: string;
    };
  };
  /** Take a poll away; what people answered stays. Right: events.manage. */
  deletePoll: {
    params: {
      clientId: number;
      eventId: number;
      pollId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** The survey of an event, with what came of it. Right: events.read. */
  getSurvey: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** {eventId}_survey1 */
      surveyId: string;
      /** When somebody first saw it */
      presentedAt?: string;
      /** When the team first pushed it */
      pushedAt?: string;
      submissions: number;
      questions: readonly {
        /** Of this version: another wording is another question */
        id: number;
        /** The same in all versions, and in copies of the event */
        code: number;
        type: "singleoption" | "multioption" | "singletext";
        question: string;
        isRequired: boolean;
        /** Whether it is asked now; others are listed when people answered them */
        isCurrent: boolean;
        /** People who answered it */
        answers: number;
        options: readonly {
          code: string;
          answer: string;
          votes: number;
        }[];
      }[];
    };
  };
  /** Add a question behind the others. Right: events.manage. */
  addSurveyQuestion: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      type: "singleoption" | "multioption" | "singletext";
      question: string;
      isRequired?: boolean;
      /** Of singleoption and multioption */
      answers?: readonly string[];
    };
    file: undefined;
    answer: {
      /** {eventId}_survey1 */
      surveyId: string;
      /** When somebody first saw it */
      presentedAt?: string;
      /** When the team first pushed it */
      pushedAt?: string;
      submissions: number;
      questions: readonly {
        /** Of this version: another wording is another question */
        id: number;
        /** The same in all versions, and in copies of the event */
        code: number;
        type: "singleoption" | "multioption" | "singletext";
        question: string;
        isRequired: boolean;
        /** Whether it is asked now; others are listed when people answered them */
        isCurrent: boolean;
        /** People who answered it */
        answers: number;
        options: readonly {
          code: string;
          answer: string;
          votes: number;
        }[];
      }[];
    };
  };
  /** Ask something else in the place of a question. It is another version with an id of its own: earlier answers stay with theirs, and are not counted in it. Right: events.manage. */
  changeSurveyQuestion: {
    params: {
      clientId: number;
      eventId: number;
      questionId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      type: "singleoption" | "multioption" | "singletext";
      question: string;
      isRequired?: boolean;
      /** Of singleoption and multioption */
      answers?: readonly string[];
    };
    file: undefined;
    answer: {
      /** {eventId}_survey1 */
      surveyId: string;
      /** When somebody first saw it */
      presentedAt?: string;
      /** When the team first pushed it */
      pushedAt?: string;
      submissions: number;
      questions: readonly {
        /** Of this version: another wording is another question */
        id: number;
        /** The same in all versions, and in copies of the event */
        code: number;
        type: "singleoption" | "multioption" | "singletext";
        question: string;
        isRequired: boolean;
        /** Whether it is asked now; others are listed when people answered them */
        isCurrent: boolean;
        /** People who answered it */
        answers: number;
        options: readonly {
          code: string;
          answer: string;
          votes: number;
        }[];
      }[];
    };
  };
  /** List the topics that the audience shares ideas on. Right: events.read. */
  listIdeaTopics: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** In their order */
      topics: readonly {
        topicId: number;
        title: string;
      }[];
    };
  };
  /** Add a topic. Right: events.manage. */
  addIdeaTopic: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      title: string;
    };
    file: undefined;
    answer: {
      topicId: number;
      title: string;
    };
  };
  /** Rename or move a topic. Ideas that were shared before keep the name that it had. Right: events.manage. */
  changeIdeaTopic: {
    params: {
      clientId: number;
      eventId: number;
      topicId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      title?: string;
      /** Place among the topics, from 1 */
      position?: number;
    };
    file: undefined;
    answer: {
      topicId: number;
      title: string;
    };
  };
  /** Remove a topic; its ideas stay known. Right: events.manage. */
  removeIdeaTopic: {
    params: {
      clientId: number;
      eventId: number;
      topicId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** List the certificates that somebody has earned in an event. Right: people.read. */
  listCertificates: {
    params: {
      clientId: number;
      eventId: number;
      registrantId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      certificates: readonly {
        /** As it stands on the paper */
        number: string;
        title: string;
        /** Whom it is made out to */
        holder: string;
        /** The part that was earned; absent for all of it */
        partialCredit?: string;
        credits?: number;
        earnedAt: string;
        /** The page that tells everybody what is certified */
        url: string;
        pdfUrl: string;
      }[];
    };
  };
  /** Write somebody's certificates anew under the name they have now. For a name that was corrected. Numbers, addresses and dates stay: the paper of before leads to the new one. Right: people.manage. */
  reissueCertificates: {
    params: {
      clientId: number;
      eventId: number;
      registrantId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      certificates: readonly {
        /** As it stands on the paper */
        number: string;
        title: string;
        /** Whom it is made out to */
        holder: string;
        /** The part that was earned; absent for all of it */
        partialCredit?: string;
        credits?: number;
        earnedAt: string;
        /** The page that tells everybody what is certified */
        url: string;
        pdfUrl: string;
      }[];
    };
  };
  /** List what the audience of an event asked. Oldest first; with who asked, those who did so anonymously too. Right: people.read. */
  listQuestions: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      questions: readonly {
        questionId: number;
        eventUserId: number;
        askedBy: string;
        isAnonymous: boolean;
        text: string;
        askedAt: string;
        /** new, shown, answered or dismissed */
        state: string;
        votes: number;
        /** Whether it was answered aloud */
        isAnsweredLive: boolean;
        answer?: {
          text: string;
          /** Whether it went to all, or to the asker alone */
          isPublic: boolean;
          presenterId: number;
          presenterName: string;
          answeredAt: string;
        };
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** Tell how an event takes questions. Right: events.read. */
  getQuestionSettings: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Whether questions are taken */
      isOpen: boolean;
      /** Whether others see a question only after the team has let it through */
      isModerated: boolean;
      /** Whether one may ask without the rest of the audience knowing who; the team and reports do */
      isAnonymityAllowed: boolean;
    };
  };
  /** Say how an event takes questions. Holds at once, in a room that is open too. What was let through stays so. Right: events.manage. */
  setQuestionSettings: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      /** Whether questions are taken */
      isOpen: boolean;
      /** Whether others see a question only after the team has let it through */
      isModerated: boolean;
      /** Whether one may ask without the rest of the audience knowing who; the team and reports do */
      isAnonymityAllowed: boolean;
    };
    file: undefined;
    answer: {
      /** Whether questions are taken */
      isOpen: boolean;
      /** Whether others see a question only after the team has let it through */
      isModerated: boolean;
      /** Whether one may ask without the rest of the audience knowing who; the team and reports do */
      isAnonymityAllowed: boolean;
    };
  };
  /** List what was said in the audience's chat of an event. Oldest first; with the lines that were deleted. Right: people.read. */
  listChatLines: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      lines: readonly {
        lineId: number;
        /** Of lines by the audience */
        eventUserId?: number;
        /** Of lines by the team */
        presenterId?: number;
        name: string;
        text: string;
        saidAt: string;
        /** Whether the audience sees it, or saw it until it was deleted */
        isShown: boolean;
        /** Whether the team said it before the webinar was live */
        isPractice: boolean;
        deletedAt?: string;
        /** The presenter who deleted it */
        deletedBy?: number;
        /** The question that the team made of it */
        questionId?: number;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** List what an event's team said among themselves. Oldest first. Right: people.read. */
  listTeamChatLines: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      lines: readonly {
        lineId: number;
        presenterId: number;
        name: string;
        /** producer, presenter or moderator, at that time */
        role: string;
        text: string;
        saidAt: string;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** Tell how the audience of an event chats. Right: events.read. */
  getChatSettings: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      mode: "off" | "open" | "moderated";
      slowModeSeconds: number;
    };
  };
  /** Say how the audience of an event chats. Holds at once, in a room that is open too. Right: events.manage. */
  setChatSettings: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      mode: "off" | "open" | "moderated";
      slowModeSeconds: number;
    };
    file: undefined;
    answer: {
      mode: "off" | "open" | "moderated";
      slowModeSeconds: number;
    };
  };
  /** List the slides and polls that come at times of an event's recording. Right: events.read. */
  listMarks: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      marks: readonly ({
        /** Milliseconds from the recording's beginning */
        atMs: number;
        kind: "slide";
        deckId: number;
        page: number;
      } | {
        /** Milliseconds from the recording's beginning */
        atMs: number;
        kind: "poll";
        pollId: number;
      })[];
    };
  };
  /** Say which slides and polls come at which times of an event's recording. In place of what there was. Those that stay and have come already do not come again. Right: events.manage. */
  setMarks: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      marks: readonly ({
        /** Milliseconds from the recording's beginning */
        atMs: number;
        kind: "slide";
        deckId: number;
        page: number;
      } | {
        /** Milliseconds from the recording's beginning */
        atMs: number;
        kind: "poll";
        pollId: number;
      })[];
    };
    file: undefined;
    answer: {
      marks: readonly ({
        /** Milliseconds from the recording's beginning */
        atMs: number;
        kind: "slide";
        deckId: number;
        page: number;
      } | {
        /** Milliseconds from the recording's beginning */
        atMs: number;
        kind: "poll";
        pollId: number;
      })[];
    };
  };
  /** What engagement scores are made of. Right: people.read. */
  getEngagementModel: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Of docs/metrics.md */
      formula: number;
      /** Of the client's weights; 0 for those of the house */
      version: number;
      weights: {
        /** Minutes watched, live and on demand, each once */
        minutes: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Questions asked */
        questions: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Polls answered */
        polls: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Surveys submitted */
        surveys: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Different resources opened */
        resources: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Clicks on calls to action */
        callsToAction: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Different widgets opened */
        tools: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Lines in the group chat */
        chat: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Reactions */
        reactions: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Meetings, demos, trials and prices asked for, and messages to contacts */
        buyingSignals: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
      };
      changedAt?: string;
      /** How far the attendees are scored by these weights */
      scoring?: {
        /** Attendees there were at the change */
        total: number;
        /** Scored anew, those who came meanwhile too */
        done: number;
        finishedAt?: string;
      };
    };
  };
  /** Change what signals are worth. Signals that are not sent stay. The client's attendees are scored anew in the background. Right: settings.manage. */
  setEngagementModel: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      weights: {
        /** Minutes watched, live and on demand, each once */
        minutes?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Questions asked */
        questions?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Polls answered */
        polls?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Surveys submitted */
        surveys?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Different resources opened */
        resources?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Clicks on calls to action */
        callsToAction?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Different widgets opened */
        tools?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Lines in the group chat */
        chat?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Reactions */
        reactions?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Meetings, demos, trials and prices asked for, and messages to contacts */
        buyingSignals?: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
      };
    };
    file: undefined;
    answer: {
      /** Of docs/metrics.md */
      formula: number;
      /** Of the client's weights; 0 for those of the house */
      version: number;
      weights: {
        /** Minutes watched, live and on demand, each once */
        minutes: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Questions asked */
        questions: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Polls answered */
        polls: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Surveys submitted */
        surveys: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Different resources opened */
        resources: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Clicks on calls to action */
        callsToAction: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Different widgets opened */
        tools: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Lines in the group chat */
        chat: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Reactions */
        reactions: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
        /** Meetings, demos, trials and prices asked for, and messages to contacts */
        buyingSignals: {
          /** What one is worth */
          points: number;
          /** What all of them are worth at most */
          most: number;
        };
      };
      changedAt?: string;
      /** How far the attendees are scored by these weights */
      scoring?: {
        /** Attendees there were at the change */
        total: number;
        /** Scored anew, those who came meanwhile too */
        done: number;
        finishedAt?: string;
      };
    };
  };
  /** How an attendee's engagement score comes about. Right: people.read. */
  explainEngagementScore: {
    params: {
      clientId: number;
      eventId: number;
      registrantId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      formula: number;
      /** Of the client's weights */
      version: number;
      /** 0 to 10, one decimal, as it is told everywhere */
      score: number;
      signals: readonly {
        signal: "minutes" | "questions" | "polls" | "surveys" | "resources" | "callsToAction" | "tools" | "chat" | "reactions" | "buyingSignals";
        count: number;
        /** What one is worth */
        points: number;
        /** What all of them are worth at most */
        most: number;
        /** What they are worth; the score is the sum, 10 at most */
        gained: number;
      }[];
    };
  };
  /** Count all totals again, and mend those that are off. Right: installation.manage. */
  repairCounters: {
    params: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      mended: readonly {
        table: string;
        counter: string;
        clientId: number;
        eventId: number;
        /** Partner reference, or kind of mail */
        key?: string;
        /** What the counter said */
        claimed: number;
        /** What counting gave, and it says now */
        counted: number;
      }[];
    };
  };
  /** Change a staff user. Who is not active is signed out at once. Nobody gives permissions that open more than they may do. Right: users.manage. */
  updateUser: {
    params: {
      clientId: number;
      userId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      name?: string;
      jobTitle?: string;
      permissions?: readonly ("Account Analytics" | "Create Events" | "Event Analytics" | "Manage Audience Console Layout" | "Manage Brand Settings" | "Manage Engagement Hub(s)" | "Manage Forums" | "Manage Forums Basic" | "Manage Go Live" | "Manage Integrations" | "Manage Target Experience" | "Manage Users" | "Order Services" | "Workgroup Access (View and Edit all events)")[];
      isActive?: boolean;
    };
    file: undefined;
    answer: {
      userId: number;
      userName: string;
      name: string;
      email: string;
      jobTitle?: string;
      type: string;
      permissions: readonly string[];
      isActive: boolean;
      /** Whether the user can sign in by one */
      hasPassword: boolean;
      lastLoginAt?: string;
    };
  };
  /** End all sessions of a user, at once in every process. Right: users.manage. */
  signOutUser: {
    params: {
      clientId: number;
      userId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      ended: number;
    };
  };
  /** Let a user sign in by the password alone again, who has lost the app and the recovery codes. Right: users.manage. */
  removeSecondFactor: {
    params: {
      clientId: number;
      userId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: undefined;
  };
  /** Let a user set a password, by a link that works once and for seven days. Right: users.manage. */
  inviteUser: {
    params: {
      clientId: number;
      userId: number;
    };
    query: undefined;
    headers: undefined;
    body: {
      language?: "en" | "de" | "fr" | "es" | "it" | "pt" | "nl" | "sv" | "ja" | "ko" | "zh" | "ar" | "he";
    };
    file: undefined;
    answer: {
      /** Whether the link goes to the user's address */
      isMailed: boolean;
      /** The link, for the operator, and where no mail goes out: who has it becomes the user */
      url?: string;
      expiresAt: string;
    };
  };
  /** Make a link that opens the staff's pages of an event for an hour, those about people too. Right: staff-pages.open. */
  createStaffLink: {
    params: {
      clientId: number;
      eventId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      /** Lets the browser that opens it in to all pages of the event's staff */
      url: string;
      /** The link and what it opened end */
      expiresAt: string;
    };
  };
  /** Create a demo client with webinars and a token. Right: installation.manage. */
  createDemo: {
    params: undefined;
    query: {
      /** Whether the ended webinar had people in it */
      audience?: boolean;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      clientId: number;
      subClientId: number;
      upcomingEventId: number;
      /** Registration page of the upcoming webinar, below the public address */
      audienceAddress: string;
      endedEventId: number;
      /** Sets the password of the demo's user, once and within seven days */
      passwordUrl: string;
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
  /** Add an ended webinar with an audience to an account. Marked as a test. Refused where people are registered already, with the account or with one above or below: the figures of those stay their own people's. Right: installation.manage. */
  addDemoWebinar: {
    params: {
      clientId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      eventId: number;
    };
  };
  /** Every time people were forgotten, newest first. Right: people.read. */
  listForgettings: {
    params: {
      clientId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: {
      forgettings: readonly {
        forgettingId: number;
        /** people (by their addresses, which are not kept), event or client */
        scope: string;
        eventId?: number;
        /** Who asked, such as token:101 */
        actor: string;
        askedAt: string;
        /** Missing while it is under way */
        completedAt?: string;
        people: number;
      }[];
      /** Cursor of the next page; none on the last */
      next?: string;
    };
  };
  /** Who was forgotten, and what of them was overwritten. Right: people.read. */
  getForgetting: {
    params: {
      clientId: number;
      forgettingId: number;
    };
    query: {
      limit?: number;
      /** `next` of the page before */
      cursor?: string;
    };
    headers: undefined;
    body: undefined;
    file: undefined;
    answer: unknown;
  };
  /** Set the picture of a content: JPEG, PNG or GIF, up to 5 MB. Right: hubs.manage. */
  setHubThumbnail: {
    params: {
      clientId: number;
      hubId: number;
      contentId: number;
    };
    query: undefined;
    headers: undefined;
    body: undefined;
    file: "image/jpeg" | "image/png" | "image/gif";
    answer: {
      contentId: number;
      title: string;
      abstract?: string;
      contentType: string;
      url: string;
      publishedAt?: string;
      thumbnail?: string;
      tags: readonly string[];
      funnelStages: readonly string[];
      categoryIds: readonly number[];
      filterIds: readonly number[];
      mediaId?: number;
      webAddress?: string;
      derivativeId?: number;
      text?: string;
    };
  };
  /** Take a delivery report. The mail as it came, RFC 3464. Reports may be told twice; what is no report is ignored. Right: bounces.report. */
  takeBounce: {
    params: undefined;
    query: {
      /** The address that the report came to, if known */
      recipient?: string;
    };
    headers: undefined;
    body: undefined;
    file: "message/rfc822";
    answer: {
      /** not-final: it may still arrive; no-report: another mail than a delivery report */
      outcome: "bounced" | "not-final" | "no-report" | "unknown-mail";
    };
  };
}

/** Operations that take a file, and the part of the form that it goes into. */
export const fileParts = {
  "EventManagement.CreateRelatedContent": "file",
  "EventManagement.UploadSlides": "file",
  "EventManagement.CreateSpeakerBio": "file",
  "EventManagement.MediaManagerUploadDocument": "file",
  "EventManagement.MediaManagerUploadVideo": "file",
} as const;

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
  listUsers: "GET /clients/{clientId}/users",
  listTokens: "GET /clients/{clientId}/tokens",
  issueToken: "POST /clients/{clientId}/tokens",
  rotateToken: "POST /clients/{clientId}/tokens/{tokenId}/rotate",
  disableToken: "POST /clients/{clientId}/tokens/{tokenId}/disable",
  enableToken: "POST /clients/{clientId}/tokens/{tokenId}/enable",
  getEvent: "GET /clients/{clientId}/events/{eventId}",
  changeEventKey: "POST /clients/{clientId}/events/{eventId}/keys",
  startEvent: "POST /clients/{clientId}/events/{eventId}/start",
  endEvent: "POST /clients/{clientId}/events/{eventId}/end",
  getGates: "GET /clients/{clientId}/events/{eventId}/gates",
  guardAllDoors: "PATCH /clients/{clientId}/events/{eventId}/gates",
  setClosedGate: "PUT /clients/{clientId}/events/{eventId}/gates/closed",
  removeClosedGate: "DELETE /clients/{clientId}/events/{eventId}/gates/closed",
  setLoginOnlyGate: "PUT /clients/{clientId}/events/{eventId}/gates/login-only",
  removeLoginOnlyGate: "DELETE /clients/{clientId}/events/{eventId}/gates/login-only",
  setPasswordGate: "PUT /clients/{clientId}/events/{eventId}/gates/password",
  removePasswordGate: "DELETE /clients/{clientId}/events/{eventId}/gates/password",
  setReferrersGate: "PUT /clients/{clientId}/events/{eventId}/gates/referrers",
  removeReferrersGate: "DELETE /clients/{clientId}/events/{eventId}/gates/referrers",
  setOriginGate: "PUT /clients/{clientId}/events/{eventId}/gates/origin",
  removeOriginGate: "DELETE /clients/{clientId}/events/{eventId}/gates/origin",
  setAddressesGate: "PUT /clients/{clientId}/events/{eventId}/gates/addresses",
  removeAddressesGate: "DELETE /clients/{clientId}/events/{eventId}/gates/addresses",
  setConfirmationGate: "PUT /clients/{clientId}/events/{eventId}/gates/confirmation",
  removeConfirmationGate: "DELETE /clients/{clientId}/events/{eventId}/gates/confirmation",
  setApprovalGate: "PUT /clients/{clientId}/events/{eventId}/gates/approval",
  removeApprovalGate: "DELETE /clients/{clientId}/events/{eventId}/gates/approval",
  setCapacityGate: "PUT /clients/{clientId}/events/{eventId}/gates/capacity",
  removeCapacityGate: "DELETE /clients/{clientId}/events/{eventId}/gates/capacity",
  listWaiting: "GET /clients/{clientId}/events/{eventId}/waiting",
  acceptRegistrant: "POST /clients/{clientId}/events/{eventId}/waiting/{registrantId}/accept",
  denyRegistrant: "POST /clients/{clientId}/events/{eventId}/waiting/{registrantId}/deny",
  getRedirectHosts: "GET /clients/{clientId}/redirect-hosts",
  setRedirectHosts: "PUT /clients/{clientId}/redirect-hosts",
  getRegistrationPage: "GET /clients/{clientId}/events/{eventId}/registration-page",
  setRegistrationPage: "PUT /clients/{clientId}/events/{eventId}/registration-page",
  listWidgets: "GET /clients/{clientId}/events/{eventId}/widgets",
  addWidget: "POST /clients/{clientId}/events/{eventId}/widgets",
  changeWidget: "PATCH /clients/{clientId}/events/{eventId}/widgets/{widgetId}",
  removeWidget: "DELETE /clients/{clientId}/events/{eventId}/widgets/{itemId}",
  removeResource: "DELETE /clients/{clientId}/events/{eventId}/resources/{itemId}",
  removeSpeaker: "DELETE /clients/{clientId}/events/{eventId}/speakers/{itemId}",
  removeSurveyQuestion: "DELETE /clients/{clientId}/events/{eventId}/survey-questions/{itemId}",
  previewEventEmail: "GET /clients/{clientId}/events/{eventId}/emails/{emailId}/preview",
  listSlides: "GET /clients/{clientId}/events/{eventId}/slides",
  deleteSlides: "DELETE /clients/{clientId}/events/{eventId}/slides/{deckId}",
  listMedia: "GET /clients/{clientId}/media",
  getMedia: "GET /clients/{clientId}/media/{mediaId}",
  listEventVideos: "GET /clients/{clientId}/events/{eventId}/videos",
  setEventVideos: "PUT /clients/{clientId}/events/{eventId}/videos",
  listCaptions: "GET /clients/{clientId}/events/{eventId}/captions",
  deleteCaptions: "DELETE /clients/{clientId}/events/{eventId}/captions/{language}",
  setCaptions: "PUT /clients/{clientId}/events/{eventId}/captions/{language}",
  createHub: "POST /clients/{clientId}/hubs",
  listHubs: "GET /clients/{clientId}/hubs",
  getHub: "GET /clients/{clientId}/hubs/{hubId}",
  updateHub: "PATCH /clients/{clientId}/hubs/{hubId}",
  setHubCategories: "PUT /clients/{clientId}/hubs/{hubId}/categories",
  setHubFilters: "PUT /clients/{clientId}/hubs/{hubId}/filters",
  addHubContent: "POST /clients/{clientId}/hubs/{hubId}/contents",
  listHubContents: "GET /clients/{clientId}/hubs/{hubId}/contents",
  orderHubContents: "PUT /clients/{clientId}/hubs/{hubId}/contents/order",
  removeHubContent: "DELETE /clients/{clientId}/hubs/{hubId}/contents/{contentId}",
  getHubContent: "GET /clients/{clientId}/hubs/{hubId}/contents/{contentId}",
  updateHubContent: "PATCH /clients/{clientId}/hubs/{hubId}/contents/{contentId}",
  publishHubContent: "POST /clients/{clientId}/hubs/{hubId}/contents/{contentId}/publish",
  unpublishHubContent: "POST /clients/{clientId}/hubs/{hubId}/contents/{contentId}/unpublish",
  listHubComments: "GET /clients/{clientId}/hubs/{hubId}/contents/{contentId}/comments",
  requestDerivatives: "POST /clients/{clientId}/events/{eventId}/derivatives",
  listDerivatives: "GET /clients/{clientId}/events/{eventId}/derivatives",
  createNurturePage: "POST /clients/{clientId}/events/{eventId}/nurture-pages",
  getDerivative: "GET /clients/{clientId}/derivatives/{derivativeId}",
  editDerivative: "PUT /clients/{clientId}/derivatives/{derivativeId}",
  deleteDerivative: "DELETE /clients/{clientId}/derivatives/{derivativeId}",
  publishDerivative: "POST /clients/{clientId}/derivatives/{derivativeId}/publish",
  unpublishDerivative: "POST /clients/{clientId}/derivatives/{derivativeId}/unpublish",
  listMailbox: "GET /clients/{clientId}/events/{eventId}/mailbox",
  getKeptMail: "GET /clients/{clientId}/events/{eventId}/mailbox/{mailId}",
  listMissedMails: "GET /clients/{clientId}/events/{eventId}/mails/missed",
  resendUnacknowledged: "POST /clients/{clientId}/events/{eventId}/mails/resend-unacknowledged",
  setMailSender: "PUT /clients/{clientId}/mail-sender",
  listImports: "GET /clients/{clientId}/events/{eventId}/imports",
  createImport: "POST /clients/{clientId}/events/{eventId}/imports",
  getImport: "GET /clients/{clientId}/events/{eventId}/imports/{importId}",
  endImport: "DELETE /clients/{clientId}/events/{eventId}/imports/{importId}",
  listImportRows: "GET /clients/{clientId}/events/{eventId}/imports/{importId}/rows",
  createIdentityProvider: "POST /clients/{clientId}/identity-providers",
  listIdentityProviders: "GET /clients/{clientId}/identity-providers",
  getIdentityProvider: "GET /clients/{clientId}/identity-providers/{providerId}",
  updateIdentityProvider: "PATCH /clients/{clientId}/identity-providers/{providerId}",
  deleteIdentityProvider: "DELETE /clients/{clientId}/identity-providers/{providerId}",
  refreshIdentityProvider: "POST /clients/{clientId}/identity-providers/{providerId}/refresh",
  createSignInTest: "POST /clients/{clientId}/identity-providers/{providerId}/test-link",
  getServiceProvider: "GET /clients/{clientId}/service-provider",
  createServiceProviderKey: "POST /clients/{clientId}/service-provider/keys",
  activateServiceProviderKey: "POST /clients/{clientId}/service-provider/keys/{keyId}/activate",
  deleteServiceProviderKey: "DELETE /clients/{clientId}/service-provider/keys/{keyId}",
  listPresenters: "GET /clients/{clientId}/events/{eventId}/presenters",
  addPresenter: "POST /clients/{clientId}/events/{eventId}/presenters",
  changePresenter: "PATCH /clients/{clientId}/events/{eventId}/presenters/{presenterId}",
  revokePresenter: "DELETE /clients/{clientId}/events/{eventId}/presenters/{presenterId}",
  getPresenterLink: "GET /clients/{clientId}/events/{eventId}/presenters/{presenterId}/link",
  renewPresenterLink: "POST /clients/{clientId}/events/{eventId}/presenters/{presenterId}/link",
  issueRoomTickets: "POST /clients/{clientId}/events/{eventId}/room-tickets",
  listConversions: "GET /clients/{clientId}/events/{eventId}/conversions",
  listPolls: "GET /clients/{clientId}/events/{eventId}/polls",
  addPoll: "POST /clients/{clientId}/events/{eventId}/polls",
  changePoll: "PATCH /clients/{clientId}/events/{eventId}/polls/{pollId}",
  deletePoll: "DELETE /clients/{clientId}/events/{eventId}/polls/{pollId}",
  getSurvey: "GET /clients/{clientId}/events/{eventId}/survey",
  addSurveyQuestion: "POST /clients/{clientId}/events/{eventId}/survey/questions",
  changeSurveyQuestion: "PUT /clients/{clientId}/events/{eventId}/survey/questions/{questionId}",
  listIdeaTopics: "GET /clients/{clientId}/events/{eventId}/idea-topics",
  addIdeaTopic: "POST /clients/{clientId}/events/{eventId}/idea-topics",
  changeIdeaTopic: "PATCH /clients/{clientId}/events/{eventId}/idea-topics/{topicId}",
  removeIdeaTopic: "DELETE /clients/{clientId}/events/{eventId}/idea-topics/{topicId}",
  listCertificates: "GET /clients/{clientId}/events/{eventId}/registrants/{registrantId}/certificates",
  reissueCertificates: "POST /clients/{clientId}/events/{eventId}/registrants/{registrantId}/certificates/reissue",
  listQuestions: "GET /clients/{clientId}/events/{eventId}/questions",
  getQuestionSettings: "GET /clients/{clientId}/events/{eventId}/questions/settings",
  setQuestionSettings: "PUT /clients/{clientId}/events/{eventId}/questions/settings",
  listChatLines: "GET /clients/{clientId}/events/{eventId}/chat/lines",
  listTeamChatLines: "GET /clients/{clientId}/events/{eventId}/chat/team-lines",
  getChatSettings: "GET /clients/{clientId}/events/{eventId}/chat/settings",
  setChatSettings: "PUT /clients/{clientId}/events/{eventId}/chat/settings",
  listMarks: "GET /clients/{clientId}/events/{eventId}/marks",
  setMarks: "PUT /clients/{clientId}/events/{eventId}/marks",
  getEngagementModel: "GET /clients/{clientId}/engagement-model",
  setEngagementModel: "PUT /clients/{clientId}/engagement-model",
  explainEngagementScore: "GET /clients/{clientId}/events/{eventId}/attendees/{registrantId}/engagement",
  repairCounters: "POST /repairs/counters",
  updateUser: "PATCH /clients/{clientId}/users/{userId}",
  signOutUser: "POST /clients/{clientId}/users/{userId}/sign-out",
  removeSecondFactor: "DELETE /clients/{clientId}/users/{userId}/second-factor",
  inviteUser: "POST /clients/{clientId}/users/{userId}/invitation",
  createStaffLink: "POST /clients/{clientId}/events/{eventId}/staff-links",
  createDemo: "POST /demo",
  addDemoWebinar: "POST /clients/{clientId}/demo-webinar",
  listForgettings: "GET /clients/{clientId}/forgettings",
  getForgetting: "GET /clients/{clientId}/forgettings/{forgettingId}",
  setHubThumbnail: "PUT /clients/{clientId}/hubs/{hubId}/contents/{contentId}/thumbnail",
  takeBounce: "POST /bounces",
} as const;
