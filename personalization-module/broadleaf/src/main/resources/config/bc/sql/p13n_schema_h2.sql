-- The personalization module's tables for H2, for a shop whose schema is not made by hbm2ddl.

create table P13N_INTERACTION (
  INTERACTION_ID bigint not null,
  CATEGORY_ID bigint not null,
  OCCURRED_AT bigint not null,
  ORDER_ID bigint not null,
  PRODUCT_ID bigint not null,
  QUANTITY integer not null,
  SEARCH_TERM varchar(255),
  SHOPPER_ID bigint not null,
  TYPE_CODE integer not null,
  primary key (INTERACTION_ID)
);

create index P13N_INTERACTION_PRODUCT_IDX on P13N_INTERACTION (PRODUCT_ID);

create index P13N_INTERACTION_SHOPPER_IDX on P13N_INTERACTION (SHOPPER_ID, OCCURRED_AT);

create index P13N_INTERACTION_TIME_IDX on P13N_INTERACTION (OCCURRED_AT);

create table P13N_ORDER (
  ORDER_ID bigint not null,
  LEARNED_AT bigint not null,
  ORDER_STATUS varchar(255) not null,
  primary key (ORDER_ID)
);

create table P13N_PROFILE (
  SHOPPER_ID bigint not null,
  PROFILE clob not null,
  REVISION bigint not null,
  UPDATED_AT bigint not null,
  primary key (SHOPPER_ID)
);

create table P13N_SETTING (
  NAME varchar(100) not null,
  CHANGED_AT bigint not null,
  CHANGED_BY varchar(100) not null,
  SETTING_VALUE varchar(1000) not null,
  primary key (NAME)
);

create table P13N_NODE (
  NODE_NAME varchar(100) not null,
  INTERACTIONS_LEARNED bigint not null,
  LAST_ERROR_AT bigint not null,
  LAST_ERROR_KIND varchar(255),
  MODEL_ITEMS integer not null,
  MODEL_SIZE_BYTES bigint not null,
  MODEL_TRAINED_AT bigint not null,
  MODEL_TRAINING_MILLIS bigint not null,
  MODEL_VERSION bigint not null,
  QUEUE_DEPTH integer not null,
  QUEUE_DROPPED bigint not null,
  SEEN_AT bigint not null,
  SHOPPERS_CACHED integer not null,
  primary key (NODE_NAME)
);
