@echo off
rem Launcher of OpenOTS for Windows 10 and newer: finds a JDK, builds when a source is newer than the last build,
rem then runs the program. "openots test" runs every test. The file "openots" is the same for Linux and macOS.
rem Exit codes of its own: 2 no JDK or no Maven, 1 build failed. ASCII only; messages are in .config\launcher.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"

call :find_jdk
if errorlevel 1 (
  call :say no-jdk
  exit /b 2
)
if /i "%~1"=="test" goto test
set "MODULE=instructor-station"
set "SKIP="
if /i "%~1"=="faultlab" set "MODULE=benchmarks"
if /i "%~1"=="load" set "MODULE=benchmarks"
if /i "%~1"=="field" set "MODULE=distillation-module"
if /i "%~1"=="bench" (
  set "MODULE=benchmarks"
  set "SKIP=yes"
)
set "JAR=%ROOT%\%MODULE%\target\%MODULE%-0.1.0-SNAPSHOT.jar"
set "STAMP=%ROOT%\%MODULE%\target\openots.stamp"
call :is_built
if not errorlevel 1 goto run
call :find_maven
if errorlevel 1 (
  call :say no-maven
  exit /b 2
)
call :alone build
if errorlevel 1 (
  call :say build-failed
  exit /b 1
)
goto run

:run
set "ARGS=%*"
if defined SKIP call :drop_first %*
"%JAVA_HOME%\bin\java.exe" -Dfile.encoding=UTF-8 %OPENOTS_JAVA_OPTS% -jar "%JAR%" %ARGS%
exit /b %ERRORLEVEL%

:test
call :find_maven
if errorlevel 1 (
  call :say no-maven
  exit /b 2
)
set "ARGS="
if /i "%~2"=="--core" set "ARGS=-pl simulator-core"
if /i "%~2"=="--team" goto team
where /q chromedriver
if not errorlevel 1 where /q mosquitto
if errorlevel 1 if not defined ARGS call :say no-test-tools
call :alone verify
exit /b %ERRORLEVEL%

rem The cold start by two operators: half an hour, and not among the tests.
:team
set "ARGS=-pl instructor-station -am -Dtest=TeamStartUpShow -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip -Dcheckstyle.skip -Djacoco.skip"
where /q chromedriver
if errorlevel 1 call :say no-test-tools
call :alone team_show
exit /b %ERRORLEVEL%

rem --- subroutines ---------------------------------------------------------------------------------------------------

rem The arguments without the first one, quoted as they were.
:drop_first
set "ARGS="
:drop_next
shift
if "%~1"=="" exit /b 0
set ARGS=%ARGS% %1
goto drop_next

rem Prints a UTF-8 message to stderr and puts the console's code page back.
:say
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
chcp 65001 >nul
type "%ROOT%\.config\launcher\%~1.txt" 1>&2
chcp %PAGE% >nul
exit /b 0

rem JAVA_HOME first, then PATH, then the usual folders. Sets JAVA_HOME. No values inside blocks: they may hold ( or ).
:find_jdk
if not defined JAVA_HOME goto find_jdk_in_path
call :is_jdk "%JAVA_HOME%"
if not errorlevel 1 exit /b 0
echo openots: JAVA_HOME="%JAVA_HOME%" is not a JDK 17 or newer, looking elsewhere 1>&2
:find_jdk_in_path
for /f "delims=" %%p in ('where javac 2^>nul') do (
  for %%h in ("%%~dpp..") do (
    call :is_jdk "%%~fh"
    if not errorlevel 1 (
      set "JAVA_HOME=%%~fh"
      exit /b 0
    )
  )
)
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks") do (
  for /d %%h in ("%%~r\*") do (
    call :is_jdk "%%~fh"
    if not errorlevel 1 (
      set "JAVA_HOME=%%~fh"
      exit /b 0
    )
  )
)
exit /b 1

:is_jdk
if not exist "%~1\bin\java.exe" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "VERSION=%%~b"
for /f "delims=.-+" %%m in ("%VERSION%") do set "VERSION=%%m"
if not defined VERSION exit /b 1
if %VERSION% LSS 17 exit /b 1
exit /b 0

:find_maven
set "MAVEN="
for /f "delims=" %%p in ('where mvn.cmd 2^>nul') do if not defined MAVEN set "MAVEN=%%p"
if defined MAVEN exit /b 0
if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" set "MAVEN=%MAVEN_HOME%\bin\mvn.cmd"
if defined MAVEN exit /b 0
if defined M2_HOME if exist "%M2_HOME%\bin\mvn.cmd" set "MAVEN=%M2_HOME%\bin\mvn.cmd"
if defined MAVEN exit /b 0
exit /b 1

rem errorlevel 0 when nothing the module is made of is newer than its stamp (or its jar, when Maven was called by hand).
:is_built
if not exist "%JAR%" exit /b 1
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
  "$ErrorActionPreference = 'SilentlyContinue'; Set-Location -LiteralPath $env:ROOT;" ^
  "$mark = Get-Item -LiteralPath $env:STAMP; if (-not $mark) { $mark = Get-Item -LiteralPath $env:JAR };" ^
  "$all = @(Get-Item pom.xml, *\pom.xml) + @(Get-ChildItem -Recurse .mvn, *\src\main);" ^
  "if ($all | Where-Object { $_.LastWriteTimeUtc -gt $mark.LastWriteTimeUtc } | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%

rem Runs :build or :verify while no other launcher builds in this folder: the lock is a file held open for writing.
rem cmd itself complains on stderr about a locked file, which is why it is probed first with stderr thrown away.
:alone
if not exist "%ROOT%\target" md "%ROOT%\target"
set "TOLD="
:try_alone
set "CODE=locked"
call :probe 2>nul 9>"%ROOT%\target\openots.lock"
if "%CODE%"=="free" call :locked %~1 9>"%ROOT%\target\openots.lock"
if not "%CODE%"=="free" if not "%CODE%"=="locked" exit /b %CODE%
if not defined TOLD call :say waiting
set "TOLD=yes"
ping -n 2 127.0.0.1 >nul
goto try_alone

:probe
set "CODE=free"
exit /b 0

:locked
call :%~1
set "CODE=%ERRORLEVEL%"
exit /b 0

:build
call :is_built
if not errorlevel 1 exit /b 0
call :say building
if not exist "%ROOT%\%MODULE%\target" md "%ROOT%\%MODULE%\target"
type nul >"%ROOT%\target\openots.started"
del /q "%ROOT%\%MODULE%\target\*-SNAPSHOT.jar" "%ROOT%\%MODULE%\target\lib\*-SNAPSHOT.jar" 2>nul
pushd "%ROOT%"
call "%MAVEN%" -B -ntp -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -pl %MODULE% -am -DskipTests -Dmaven.test.skip -Dspotless.check.skip -Dcheckstyle.skip -Djacoco.skip package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" exit /b 1
move /y "%ROOT%\target\openots.started" "%STAMP%" >nul
exit /b 0

rem It needs the packaged field station, so its tests run on the way to the packages.
:team_show
pushd "%ROOT%"
call "%MAVEN%" -B -ntp %ARGS% package
set "BUILT=%ERRORLEVEL%"
popd
exit /b %BUILT%

:verify
pushd "%ROOT%"
call "%MAVEN%" -B -ntp %ARGS% verify
set "BUILT=%ERRORLEVEL%"
popd
exit /b %BUILT%
